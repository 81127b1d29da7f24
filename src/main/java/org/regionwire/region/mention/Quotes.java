package org.regionwire.region.mention;

/** Which parts of a text are short quotations, such as titles. Asked from left to right. */
final class Quotes {
  /** Longer ones are what somebody said. */
  private static final int LONGEST = 80;

  private static final String OPENING = "\"“„«»”";
  private static final String CLOSING = "\"”“»«";

  private final String text;
  private int start = -1;
  private int end = -1;
  private int scanned;

  Quotes(String text) {
    this.text = text;
  }

  /** Whether a character is in one. */
  boolean around(int offset) {
    while (end <= offset && scanned < offset) {
      char c = text.charAt(scanned);
      if (mayQuote(c) && OPENING.indexOf(c) >= 0) {
        open();
      } else {
        scanned++;
      }
    }
    return start < offset && offset < end;
  }

  /** Letters and spaces are ruled out at once. */
  private static boolean mayQuote(char c) {
    return c == '"' || c == '«' || c == '»' || c >= '\u2018' && c <= '\u201f';
  }

  private void open() {
    int limit = Math.min(text.length(), scanned + LONGEST);
    for (int i = scanned + 1; i < limit; i++) {
      char c = text.charAt(i);
      if (mayQuote(c) && CLOSING.indexOf(c) >= 0) {
        start = scanned;
        end = i;
        scanned = i + 1;
        return;
      }
    }
    scanned++;
  }
}
