package org.regionwire.region.text;

/**
 * A run of letters and digits in a text, in any script; offsets in UTF-16 code units.
 *
 * @param end one after its last character
 */
public record Word(int start, int end) {
  /** Longer words are in no name, and are not worth folding. */
  private static final int LONGEST = 100;

  /** The first word at or after {@code from}; at the end of the text an empty one. */
  public static Word next(String text, int from) {
    int start = from;
    while (start < text.length() && !startsAt(text, start)) {
      start += width(text, start);
    }
    int end = start;
    while (end < text.length() && goesOnAt(text, end)) {
      end += width(text, end);
    }
    return new Word(start, end);
  }

  private static boolean startsAt(String text, int at) {
    char c = text.charAt(at);
    return c < 0x80 ? isPlain(c) : Character.isLetterOrDigit(text.codePointAt(at));
  }

  private static boolean goesOnAt(String text, int at) {
    char c = text.charAt(at);
    return c < 0x80 ? isPlain(c) : isInside(text.codePointAt(at));
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static int width(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? Character.charCount(text.codePointAt(at))
        : 1;
  }

  /** See {@link Folding}; empty when it is too long to be part of a name. */
  public String folded(String text) {
    return end - start > LONGEST ? "" : Folding.fold(text, start, end);
  }

  private static boolean isInside(int c) {
    return Character.isLetterOrDigit(c) || Folding.isSilent(c);
  }

  public boolean isEmpty() {
    return start == end;
  }

  public boolean startsSmall(String text) {
    return Character.isLowerCase(text.codePointAt(start));
  }

  public boolean startsWithCapital(String text) {
    int first = text.codePointAt(start);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /**
   * Whether only what may stand inside a name stands between this word and the next: a hyphen, or a
   * little white space without a blank line; after an abbreviation a full stop too.
   */
  public boolean adjoins(Word next, String text) {
    int at = end;
    if (at < next.start && text.charAt(at) == '.' && folded(text).length() <= 3) {
      at++;
    }
    int gap = next.start - at;
    if (gap == 0) {
      return true;
    }
    if (gap == 1 && isHyphen(text.charAt(at))) {
      return true;
    }
    return gap <= 3 && isSpace(text, at, next.start);
  }

  private static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011';
  }

  private static boolean isSpace(String text, int start, int end) {
    int lines = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
      lines += c == '\n' ? 1 : 0;
    }
    return lines < 2;
  }
}
