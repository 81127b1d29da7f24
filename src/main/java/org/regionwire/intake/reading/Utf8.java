package org.regionwire.intake.reading;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;

/** The one encoding taken, with or without a byte order mark. */
final class Utf8 {
  private Utf8() {}

  /**
   * The text without its byte order mark.
   *
   * @throws Refused 400 when the bytes are another encoding
   */
  static String text(byte[] bytes) {
    refuseWider(bytes);
    int start = markLength(bytes);
    var in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    var out = CharBuffer.allocate(bytes.length - start);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    if (decoder.decode(in, out, true).isError()) {
      throw malformed(bytes, in.position());
    }
    return out.flip().toString();
  }

  static int markLength(byte[] bytes) {
    return bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF
        ? 3
        : 0;
  }

  /** UTF-16 and UTF-32 show themselves by their mark, or by a zero among the first two bytes. */
  static void refuseWider(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    int pair = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    if (pair == 0xFEFF || pair == 0xFFFE || bytes[0] == 0 || bytes[1] == 0) {
      throw new Refused(400, "", "The submission is UTF-16 or UTF-32; send UTF-8.");
    }
  }

  private static Refused malformed(byte[] bytes, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    var detail =
        "The submission is not valid UTF-8: byte %02X at offset %,d, line %,d. Send UTF-8.";
    return new Refused(400, "", Words.of(detail, bytes[at] & 0xff, at, line));
  }
}
