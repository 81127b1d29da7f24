package org.regionwire.region.event;

/**
 * A day or several days named in one stretch of a line.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param first and last are the same for one day
 * @param open one that begins: only its start is told
 * @param until one that ends: only its last day is told
 */
record Mention(
    Line line,
    int from,
    int to,
    Part first,
    Part last,
    boolean range,
    boolean open,
    boolean until) {

  boolean several() {
    return first != last;
  }

  int offset() {
    return line.at(from).start();
  }

  String text() {
    return line.text().substring(offset(), line.at(to - 1).end());
  }

  /** Whether such a word stands just before it, fillers aside. */
  boolean after(Kind kind) {
    int before = from - 1;
    while (before > from - 4 && line.is(before, Kind.FILLER) && !line.is(before, kind)) {
      before--;
    }
    return line.is(before, kind);
  }

  Mention onlyLast() {
    return new Mention(line, from, to, last, last, false, false, false);
  }
}
