package org.regionwire.region.event;

/** The tokens of a line between two ends of sentences. */
record Sentence(Line line, int from, int to) {
  private static final int LONGEST = 80;

  static Sentence around(Mention mention) {
    return around(mention.line(), mention.from(), mention.to());
  }

  static Sentence around(Line line, int first, int last) {
    int from = first;
    while (from > 0 && from > first - LONGEST && !ends(line, from - 1)) {
      from--;
    }
    int to = last;
    while (to < line.size()
        && to < last + LONGEST
        && !ends(line, to)
        && !endsAfterDay(line, to, last)) {
      to++;
    }
    return new Sentence(line, from, to);
  }

  private static boolean endsAfterDay(Line line, int at, int last) {
    return at == last && line.at(at).isMark('.') && line.startsWithCapital(at + 1);
  }

  boolean has(Kind kind) {
    for (int i = from; i < to; i++) {
      if (line.is(i, kind)) {
        return true;
      }
    }
    return false;
  }

  Sentence before() {
    return from <= 1 ? new Sentence(line, 0, 0) : around(line, from - 2, from - 1);
  }

  Sentence after() {
    return to + 1 >= line.size() ? new Sentence(line, 0, 0) : around(line, to + 1, to + 2);
  }

  private static boolean ends(Line line, int at) {
    Token token = line.at(at);
    if (token.isMark('\n') || token.isMark('!') || token.isMark('?')) {
      return true;
    }
    if (!token.isMark('.') || line.at(at + 1).glued()) {
      return false;
    }
    Token before = line.at(at - 1);
    boolean number = before.isNumber() && before.length() < 4 && isDay(line, at - 1);
    boolean abbreviated = before.isWord() && before.length() <= 2;
    return !number && !abbreviated && !startsSmall(line, at + 1);
  }

  /** Whether a stop after the number may make it an ordinal. */
  private static boolean isDay(Line line, int at) {
    Token before = line.at(at - 1);
    boolean hour =
        line.at(at).glued() && (before.isMark('.') || before.isMark(':') || before.isDash());
    return line.vocabulary().writes(Manner.DOTTED_DAYS) && !hour && !line.is(at - 1, Kind.CLOCK);
  }

  private static boolean startsSmall(Line line, int at) {
    Token next = line.at(at);
    return next.isWord() && Character.isLowerCase(line.text().charAt(next.start()));
  }
}
