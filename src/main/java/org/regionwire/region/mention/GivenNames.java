package org.regionwire.region.mention;

import org.regionwire.region.text.Spelling;

/** Given names in the cases of a language: Андрея, Marka, Ilzes. One object reads one text. */
final class GivenNames {
  private final Tokens tokens;
  private final Speech speech;
  private final Spelling spelling = new Spelling();

  GivenNames(Tokens tokens, Speech speech) {
    this.tokens = tokens;
    this.speech = speech;
  }

  boolean isFormOfOne(int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    if (end - start > Spelling.LONGEST) {
      return false;
    }
    spelling.set(tokens.text(token), start, end);
    return speech.forms().isFormOf(spelling, hash -> Cue.GIVEN_NAME.in(speech.cues().of(hash)));
  }
}
