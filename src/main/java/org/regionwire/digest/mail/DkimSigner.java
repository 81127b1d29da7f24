package org.regionwire.digest.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Signs letters as they go out (RFC 6376), with each of its keys. Signed are the headers that say
 * who writes what to whom, and those by which a program unsubscribes (RFC 8058 section 4); each one
 * time more than it is there, so that none can be added.
 */
public final class DkimSigner {
  private static final List<String> SIGNED =
      List.of(
          "From",
          "To",
          "Cc",
          "Reply-To",
          "Subject",
          "Date",
          "Message-ID",
          "In-Reply-To",
          "References",
          "MIME-Version",
          "Content-Type",
          "Content-Transfer-Encoding",
          "List-Id",
          "List-Unsubscribe",
          "List-Unsubscribe-Post");

  private final List<DkimKey> keys;

  /**
   * @param keys none for no signatures
   */
  public DkimSigner(List<DkimKey> keys) {
    this.keys = List.copyOf(keys);
  }

  boolean signs() {
    return !keys.isEmpty();
  }

  /**
   * @param letter with CR LF at the end of each line
   * @param time of the signature, in seconds since 1970
   * @return the letter with a signature of each key before it
   */
  public byte[] sign(byte[] letter, long time) {
    if (!signs()) {
      return letter;
    }
    int body = bodyOf(letter);
    var headers = headers(new String(letter, 0, body, StandardCharsets.UTF_8));
    String hash = Base64.getEncoder().encodeToString(DkimKey.sha256(relaxed(letter, body)));
    var signed = new ByteArrayOutputStream(letter.length + 1_000 * keys.size());
    for (var key : keys) {
      signed.writeBytes(signature(key, headers, hash, time).getBytes(StandardCharsets.US_ASCII));
    }
    signed.writeBytes(letter);
    return signed.toByteArray();
  }

  private static String signature(
      DkimKey key, Map<String, List<String>> headers, String bodyHash, long time) {
    var names = new ArrayList<String>();
    var text = new StringBuilder();
    for (String name : SIGNED) {
      var left = new ArrayDeque<>(headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
      for (; !left.isEmpty(); names.add(name)) {
        // The last one first (RFC 6376 section 5.4.2).
        text.append(left.pollLast()).append("\r\n");
      }
      names.add(name);
    }
    String field =
        "DKIM-Signature: v=1; a=%s; c=relaxed/relaxed; d=%s; s=%s; t=%d;\r\n h=%s;\r\n bh=%s;\r\n b="
            .formatted(
                key.algorithm(),
                key.domain(),
                key.selector(),
                time,
                String.join(":", names).replaceAll("(.{50,66}:)(?=.)", "$1\r\n "),
                bodyHash);
    text.append(relaxed(field));
    return field
        + key.signature(text.toString().getBytes(StandardCharsets.UTF_8))
            .replaceAll("(.{72})(?=.)", "$1\r\n ")
        + "\r\n";
  }

  /** By name in lower case: each as it is signed, in their order. */
  private static Map<String, List<String>> headers(String head) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String field : head.split("\r\n(?![ \t])")) {
      String relaxed = relaxed(field);
      int colon = relaxed.indexOf(':');
      if (colon > 0) {
        headers.computeIfAbsent(relaxed.substring(0, colon), any -> new ArrayList<>()).add(relaxed);
      }
    }
    return headers;
  }

  /** Section 3.4.2. */
  private static String relaxed(String field) {
    int colon = Math.max(0, field.indexOf(':'));
    String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
    String value = field.substring(Math.min(field.length(), colon + 1));
    return name + ":" + value.replace("\r\n", "").replaceAll("[ \t]+", " ").strip();
  }

  /** Section 3.4.4. */
  private static byte[] relaxed(byte[] letter, int from) {
    var body = new ByteArrayOutputStream(letter.length - from);
    int blankLines = 0;
    for (int at = from; at < letter.length; ) {
      int end = endOfLine(letter, at);
      int last = end;
      while (last > at && isBlank(letter[last - 1])) {
        last--;
      }
      if (last == at) {
        blankLines++;
      } else {
        for (; blankLines > 0; blankLines--) {
          body.writeBytes(new byte[] {'\r', '\n'});
        }
        line(letter, at, last, body);
      }
      at = end + 2;
    }
    return body.toByteArray();
  }

  private static void line(byte[] letter, int from, int to, ByteArrayOutputStream body) {
    for (int i = from; i < to; i++) {
      boolean repeated = isBlank(letter[i]) && i > from && isBlank(letter[i - 1]);
      if (!repeated) {
        body.write(isBlank(letter[i]) ? ' ' : letter[i]);
      }
    }
    body.writeBytes(new byte[] {'\r', '\n'});
  }

  private static boolean isBlank(byte one) {
    return one == ' ' || one == '\t';
  }

  private static int endOfLine(byte[] letter, int from) {
    int at = from;
    while (at < letter.length
        && !(letter[at] == '\r' && at + 1 < letter.length && letter[at + 1] == '\n')) {
      at++;
    }
    return at;
  }

  /** Where the body begins, behind the first empty line. */
  private static int bodyOf(byte[] letter) {
    for (int at = 0; at < letter.length; at = endOfLine(letter, at) + 2) {
      if (endOfLine(letter, at) == at) {
        return Math.min(letter.length, at + 2);
      }
    }
    return letter.length;
  }
}
