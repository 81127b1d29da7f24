package org.regionwire.region.mention;

import java.util.Locale;
import org.regionwire.region.text.LongTable;
import org.regionwire.region.text.Spelling;

/** Which words of a language are cues. */
final class Cues {
  private final LongTable bits = new LongTable(4000);

  /**
   * Those of all languages and those of some.
   *
   * @param languages ISO 639-1
   */
  Cues(Iterable<String> languages) {
    add("any");
    languages.forEach(this::add);
    var spelling = new Spelling();
    for (String name : Resource.lines("/mention/given-names.txt")) {
      bits.merge(spelling.set(name, 0, name.length()).hash(), Cue.GIVEN_NAME.bit());
    }
  }

  private void add(String language) {
    var spelling = new Spelling();
    for (String word : Resource.lines("/mention/ordinary/" + language + ".txt")) {
      bits.merge(spelling.set(word, 0, word.length()).hash(), Cue.ORDINARY.bit());
    }
    for (String line : Resource.lines("/mention/cues/" + language + ".txt")) {
      int colon = line.indexOf(':');
      int bit = Cue.valueOf(line.substring(0, colon).strip().toUpperCase(Locale.ROOT)).bit();
      for (String word : line.substring(colon + 1).strip().split("\\s+")) {
        bits.merge(spelling.set(word, 0, word.length()).hash(), bit);
      }
    }
  }

  int of(long hash) {
    int found = bits.get(hash);
    return found == LongTable.NONE ? 0 : found;
  }
}
