package org.regionwire.region.event;

import java.util.List;

/**
 * What a word means in one language: kinds as bits, and the number of the month, of the day of the
 * week (Monday is 1) or of the spelled day; 0 for none.
 */
record Meaning(long kinds, int month, int weekday, int number, List<Phrase> phrases) {
  static final Meaning NONE = new Meaning(0, 0, 0, 0, List.of());

  /** The words after the first one; a pattern that ends with an asterisk stands for any ending. */
  record Phrase(List<String> rest, Meaning meaning) {}

  static Meaning of(Kind kind) {
    return new Meaning(kind.bit(), 0, 0, 0, List.of());
  }

  static Meaning phrase(Phrase phrase) {
    return new Meaning(0, 0, 0, 0, List.of(phrase));
  }

  boolean is(Kind kind) {
    return (kinds & kind.bit()) != 0;
  }

  boolean isAny(long bits) {
    return (kinds & bits) != 0;
  }

  Meaning and(Meaning other) {
    if (this == NONE || other == NONE) {
      return this == NONE ? other : this;
    }
    var all = new java.util.ArrayList<>(phrases);
    all.addAll(other.phrases);
    return new Meaning(
        kinds | other.kinds,
        Math.max(month, other.month),
        Math.max(weekday, other.weekday),
        Math.max(number, other.number),
        List.copyOf(all));
  }
}
