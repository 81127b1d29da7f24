package org.regionwire.feeds.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Content lines of at most 75 octets (RFC 5545 section 3.1). A line goes on in the next one, after
 * a space, and no character is cut in two. Libraries count characters instead, of which one may be
 * four octets.
 */
final class Folding {
  private static final int LONGEST = 75;

  private Folding() {}

  /** UTF-8. */
  static byte[] fold(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var folded = new ByteArrayOutputStream(bytes.length + bytes.length / 64 + 16);
    int from = 0;
    int room = LONGEST;
    while (from < bytes.length) {
      int line = lineEnd(bytes, from);
      if (line - from <= room) {
        folded.write(bytes, from, line - from);
        from = line;
        while (from < bytes.length && isLineEnd(bytes[from])) {
          folded.write(bytes[from]);
          from++;
        }
        room = LONGEST;
      } else {
        int end = characterBefore(bytes, from + room);
        folded.write(bytes, from, end - from);
        folded.write('\r');
        folded.write('\n');
        folded.write(' ');
        from = end;
        room = LONGEST - 1;
      }
    }
    return folded.toByteArray();
  }

  private static int lineEnd(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && !isLineEnd(bytes[end])) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(byte octet) {
    return octet == '\r' || octet == '\n';
  }

  /** Continuation octets of UTF-8 begin with the bits 10. */
  private static int characterBefore(byte[] bytes, int at) {
    int start = at;
    while ((bytes[start] & 0xC0) == 0x80) {
      start--;
    }
    return start;
  }
}
