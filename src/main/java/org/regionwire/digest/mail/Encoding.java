package org.regionwire.digest.mail;

import java.nio.charset.StandardCharsets;

/** How a text travels in a mail, whichever makes it shorter (RFC 2045 section 6). */
public enum Encoding {
  QUOTED_PRINTABLE,
  BASE64;

  private static final int QUOTED_LINE = 72;
  private static final int BASE64_LINE = 76;

  public static Encoding of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return quoted(bytes) <= base64(bytes) ? QUOTED_PRINTABLE : BASE64;
  }

  /** In bytes, a little more rather than less. */
  public static int length(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Math.min(quoted(bytes), base64(bytes));
  }

  String header() {
    return this == BASE64 ? "base64" : "quoted-printable";
  }

  private static int quoted(byte[] bytes) {
    int length = 0;
    for (byte one : bytes) {
      length += one == '\n' ? 2 : one == '=' || one < ' ' || one > '~' ? 3 : 1;
    }
    // Where a line is broken stand an equals sign and a line break.
    return length + length / QUOTED_LINE * 3;
  }

  private static int base64(byte[] bytes) {
    int length = (bytes.length + 2) / 3 * 4;
    return length + length / BASE64_LINE * 2;
  }
}
