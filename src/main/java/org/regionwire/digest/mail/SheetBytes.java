package org.regionwire.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A mail in its wrapping, and where in it the marks are. Copies are as long as it is and differ in
 * these places alone, whatever the transfer encoding (RFC 2045 section 6).
 */
final class SheetBytes {
  private final Map<String, String> headers;
  private final byte[] body;
  private final List<Gap> gaps;

  private SheetBytes(Map<String, String> headers, byte[] body, List<Gap> gaps) {
    this.headers = headers;
    this.body = body;
    this.gaps = gaps;
  }

  static SheetBytes of(byte[] mail, List<String> marks) {
    int end = endOfHead(mail);
    var headers = headers(new String(mail, 0, end, StandardCharsets.US_ASCII));
    var body = new byte[mail.length - end];
    System.arraycopy(mail, end, body, 0, body.length);
    List<Gap> gaps = new ArrayList<>();
    for (var leaf : Leaf.all(mail, end)) {
      for (int i = 0; i < marks.size(); i++) {
        gaps.addAll(Gap.in(body, leaf, i, marks.get(i)));
      }
    }
    return new SheetBytes(headers, body, List.copyOf(gaps));
  }

  /**
   * @param own headers that take the places of those with the same names, or come after the others
   */
  byte[] copy(Map<String, String> own, List<String> words) {
    var lines = new LinkedHashMap<>(headers);
    lines.putAll(own);
    var head = (String.join("", lines.values()) + "\r\n").getBytes(StandardCharsets.UTF_8);
    var copy = new byte[head.length + body.length];
    System.arraycopy(head, 0, copy, 0, head.length);
    System.arraycopy(body, 0, copy, head.length, body.length);
    for (var gap : gaps) {
      gap.fill(copy, head.length, words.get(gap.mark()));
    }
    return copy;
  }

  int gaps() {
    return gaps.size();
  }

  /** Where the empty line after the headers has ended. */
  private static int endOfHead(byte[] mail) {
    for (int i = 0; i + 3 < mail.length; i++) {
      if (mail[i] == '\r' && mail[i + 1] == '\n' && mail[i + 2] == '\r' && mail[i + 3] == '\n') {
        return i + 4;
      }
    }
    throw new IllegalArgumentException("a mail without an end of its headers");
  }

  /** Folded ones are one; each ends with its line break. */
  private static Map<String, String> headers(String head) {
    var headers = new LinkedHashMap<String, String>();
    for (var field : head.substring(0, head.length() - 2).split("(?<=\r\n)(?![ \t])")) {
      headers.put(field.substring(0, field.indexOf(':')), field);
    }
    return headers;
  }
}
