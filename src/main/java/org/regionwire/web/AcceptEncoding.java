package org.regionwire.web;

/** Reads Accept-Encoding (RFC 9110 section 12.5.3) without making a string. */
public final class AcceptEncoding {
  private static final int UNNAMED = -1;

  private AcceptEncoding() {}

  /** Whether gzip is welcome, and not less than the bytes as they are. */
  public static boolean wantsGzip(CharSequence header) {
    int gzip = UNNAMED;
    int any = UNNAMED;
    int identity = UNNAMED;
    int start = 0;
    int length = header.length();
    while (start < length) {
      int end = find(header, ',', start, length);
      int semicolon = find(header, ';', start, end);
      if (is(header, start, semicolon, "gzip") || is(header, start, semicolon, "x-gzip")) {
        gzip = weight(header, semicolon, end);
      } else if (is(header, start, semicolon, "*")) {
        any = weight(header, semicolon, end);
      } else if (is(header, start, semicolon, "identity")) {
        identity = weight(header, semicolon, end);
      }
      start = end + 1;
    }
    int wanted = gzip == UNNAMED ? any : gzip;
    return wanted > 0 && wanted >= identity;
  }

  private static int find(CharSequence text, char wanted, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == wanted) {
        return i;
      }
    }
    return to;
  }

  private static boolean is(CharSequence text, int from, int to, String word) {
    int start = from;
    int end = to;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    if (end - start != word.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (lower(text.charAt(start + i)) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** In thousandths; 1000 where none is given, 0 where it cannot be read. */
  private static int weight(CharSequence text, int from, int to) {
    int equals = find(text, '=', from, to);
    if (equals == to) {
      return 1000;
    }
    int value = 0;
    int scale = 1000;
    boolean whole = true;
    for (int i = equals + 1; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9' && scale > 0) {
        value += (c - '0') * scale;
        scale /= 10;
      } else if (c == '.' && whole) {
        whole = false;
      } else if (!isSpace(c)) {
        return 0;
      }
    }
    return value;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
  }
}
