package org.regionwire.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A part of a mail's body that has no parts itself.
 *
 * @param from where it begins, counted from the end of the mail's headers
 * @param base64 or else it is quoted-printable or plain
 */
record Leaf(int from, int to, boolean base64) {
  private static final String ENCODED = "content-transfer-encoding: base64";

  /**
   * Those of a mail as we write it: lines that begin with two hyphens and {@code =_} separate its
   * parts. Neither encoding of a text has such lines.
   *
   * @param body where the mail's headers end
   */
  static List<Leaf> all(byte[] mail, int body) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    String head = text.substring(0, body).toLowerCase(Locale.ROOT);
    List<Leaf> leaves = new ArrayList<>();
    int border = border(text, body);
    if (border == text.length()) {
      leaves.add(new Leaf(0, text.length() - body, head.contains(ENCODED)));
    }
    while (border < text.length()) {
      int begin = text.indexOf("\r\n\r\n", border);
      if (begin < 0) {
        break;
      }
      String own = text.substring(border, begin).toLowerCase(Locale.ROOT);
      int next = border(text, begin + 2);
      leaves.add(
          new Leaf(begin + 4 - body, Math.max(begin + 4, next) - body, own.contains(ENCODED)));
      border = next;
    }
    return leaves;
  }

  private static int border(String text, int from) {
    int found = text.startsWith("--=_", from) ? from : text.indexOf("\r\n--=_", from);
    if (found < 0) {
      return text.length();
    }
    return found == from && text.charAt(found) == '-' ? found : found + 2;
  }
}
