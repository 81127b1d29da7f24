package org.regionwire.intake.text;

import java.text.Normalizer;

/**
 * What every text goes through on its way in: it becomes NFC and loses what XML 1.0 section 2.2
 * cannot carry (control characters, lone surrogates, U+FFFE, U+FFFF), because one such character
 * would make a whole feed unreadable.
 */
public final class TextCleaning {
  /**
   * On one letter, as in UAX 15 section 13, "Stream-Safe Text Format": no language has more, and
   * normalising takes time by their square.
   */
  private static final int MOST_MARKS = 30;

  private TextCleaning() {}

  /** Tabs and line breaks stay; every kind of line break becomes {@code \n}. */
  public static String text(String raw) {
    return isPlain(raw) ? raw : Normalizer.normalize(withoutForbidden(raw), Normalizer.Form.NFC);
  }

  /** For titles and other fields of one line: runs of white space become one space. */
  public static String line(String raw) {
    if (isPlainLine(raw)) {
      return raw;
    }
    String text = isPlain(raw) ? raw : text(raw.replace('\u0085', ' '));
    var line = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        gap = true;
        continue;
      }
      if (gap && line.length() > 0) {
        line.append(' ');
      }
      gap = false;
      line.append(c);
    }
    return line.toString();
  }

  /** Whether there is nothing to see: white space and characters of no width. */
  public static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) && c != '\n' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainLine(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c) || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || before != ' ';
  }

  /**
   * ASCII, the Latin and Cyrillic letters and the dashes and quotes that NFC leaves as they are:
   * nearly every text is made of them, and needs no work.
   */
  private static boolean isPlain(char c) {
    return (c >= 0x20 && c <= 0x7e)
        || (c >= 0xa0 && c <= 0x2ff)
        || (c >= 0x400 && c <= 0x481)
        || (c >= 0x2010 && c <= 0x2026);
  }

  private static String withoutForbidden(String raw) {
    var clean = new StringBuilder(raw.length());
    int marks = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MOST_MARKS) {
        continue;
      }
      if (c == '\r') {
        clean.append('\n');
        i += i + 1 < raw.length() && raw.charAt(i + 1) == '\n' ? 1 : 0;
      } else if (startsPair(raw, i)) {
        clean.append(c).append(raw.charAt(++i));
      } else if (isAllowed(c)) {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean startsPair(String raw, int i) {
    return Character.isHighSurrogate(raw.charAt(i))
        && i + 1 < raw.length()
        && Character.isLowSurrogate(raw.charAt(i + 1));
  }

  private static boolean isAllowed(char c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    return !control && !Character.isSurrogate(c) && c < '\uFFFE';
  }
}
