package org.regionwire.region.mention;

/** What part a place has in what its sentence tells: where it happens, where somebody is from … */
final class Situation {
  /** How far a sentence is looked at, in words, to each side. */
  private static final int SENTENCE = 25;

  private final Beside beside;
  private final Tokens tokens;

  Situation(Beside beside) {
    this.beside = beside;
    this.tokens = beside.tokens();
  }

  Stance of(Hit hit) {
    int before = hit.first() - 1;
    Role role = hit.candidates().get(0).role();
    if (isAfar(hit, before)) {
      return Stance.DISTANT;
    }
    if (role == Role.FROM || beside.has(before, Cue.FROM, hit)) {
      return Stance.ORIGIN;
    }
    if (role == Role.IN || beside.has(before, Cue.IN, hit)) {
      return here(hit);
    }
    if (beside.isActing(hit)) {
      return Stance.ACTING;
    }
    return role == Role.TO || beside.has(before, Cue.TO, hit) ? Stance.TOWARDS : Stance.PLAIN;
  }

  private Stance here(Hit hit) {
    if (sentenceHas(hit, Cue.EARLIER, Cue.EARLIER)) {
      return Stance.EARLIER;
    }
    return sentenceHas(hit, Cue.MONTH, Cue.HAPPENS) ? Stance.EVENT : Stance.HERE;
  }

  /** Whether a word of the sentence is one of these cues. */
  private boolean sentenceHas(Hit hit, Cue one, Cue other) {
    int start = hit.first();
    while (start > hit.first() - SENTENCE && start > 0 && !tokens.is(start, Tokens.FIRST)) {
      start--;
    }
    for (int at = start; at < hit.last() + SENTENCE && at < tokens.size(); at++) {
      if (at > hit.last() && tokens.is(at, Tokens.FIRST)) {
        return false;
      }
      if (beside.has(at, one, hit) || beside.has(at, other, hit)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAfar(Hit hit, int before) {
    for (int at = before; at >= before - 3; at--) {
      if (beside.has(at, Cue.DISTANCE, hit) || at >= before - 1 && beside.has(at, Cue.NEAR, hit)) {
        return true;
      }
      if (tokens.is(at + 1, Tokens.FIRST)) {
        return false;
      }
    }
    return false;
  }
}
