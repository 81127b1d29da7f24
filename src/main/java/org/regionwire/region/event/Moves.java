package org.regionwire.region.event;

import java.util.List;

/** Tells the day that an event was moved away from, from the day that it was moved to. */
final class Moves {
  private final List<Mention> all;

  Moves(List<Mention> all) {
    this.all = all;
  }

  /** Of {@code moved from 3 May to 10 May} the second day. */
  static Mention settled(Mention mention) {
    boolean pair = mention.range() && !mention.first().isDayOnly() && mention.after(Kind.FROM);
    return pair && Sentence.around(mention).has(Kind.MOVED) ? mention.onlyLast() : mention;
  }

  /** One of two days in a sentence about a move, unless it is the day that it is moved to. */
  boolean isLeft(Mention mention) {
    var sentence = Sentence.around(mention);
    if (!sentence.has(Kind.MOVED)) {
      return false;
    }
    return mention.open()
        || !mention.until() && all.stream().anyMatch(o -> follows(mention, o, sentence));
  }

  private static boolean follows(Mention mention, Mention other, Sentence sentence) {
    return other.line() == mention.line()
        && other.from() >= mention.to()
        && other.from() < sentence.to()
        && !other.open();
  }
}
