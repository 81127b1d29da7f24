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
      if (OPENING.indexOf(text.charAt(scanned)) >= 0) {
        open();
      } else {
        scanned++;
      }
    }
    return start < offset && offset < end;
  }

  private void open() {
    int limit = Math.min(text.length(), scanned + LONGEST);
    for (int i = scanned + 1; i < limit; i++) {
      if (CLOSING.indexOf(text.charAt(i)) >= 0) {
        start = scanned;
        end = i;
        scanned = i + 1;
        return;
      }
    }
    scanned++;
  }
}
