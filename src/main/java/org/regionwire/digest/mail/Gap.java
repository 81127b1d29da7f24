package org.regionwire.digest.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * Where a mark stands in an encoded body.
 *
 * @param mark its number
 * @param places of the bytes that differ
 * @param around of base64: what the groups of three bytes say that the mark touches; else empty
 * @param offset of the mark in that
 */
record Gap(int mark, int[] places, byte[] around, int offset) {

  static List<Gap> in(byte[] body, Leaf leaf, int number, String mark) {
    return leaf.base64() ? encoded(body, leaf, number, mark) : quoted(body, leaf, number, mark);
  }

  /** Puts a word as long as the mark into its place, in a body that begins at {@code start}. */
  void fill(byte[] mail, int start, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.US_ASCII);
    if (around.length > 0) {
      byte[] plain = around.clone();
      System.arraycopy(bytes, 0, plain, offset, bytes.length);
      bytes = Base64.getEncoder().encode(plain);
    }
    for (int i = 0; i < places.length; i++) {
      mail[start + places[i]] = bytes[i];
    }
  }

  /** A soft line break may stand anywhere in it. */
  private static List<Gap> quoted(byte[] body, Leaf leaf, int number, String mark) {
    int[] places = new int[leaf.to() - leaf.from()];
    var text = new StringBuilder(places.length);
    for (int i = leaf.from(); i < leaf.to(); i++) {
      if (body[i] == '=' && i + 2 < leaf.to() && body[i + 1] == '\r' && body[i + 2] == '\n') {
        i += 2;
      } else {
        places[text.length()] = i;
        text.append((char) (body[i] & 0xff));
      }
    }
    List<Gap> gaps = new ArrayList<>();
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      gaps.add(new Gap(number, Arrays.copyOfRange(places, at, at + mark.length()), new byte[0], 0));
    }
    return gaps;
  }

  private static List<Gap> encoded(byte[] body, Leaf leaf, int number, String mark) {
    int[] places = new int[leaf.to() - leaf.from()];
    int count = 0;
    for (int i = leaf.from(); i < leaf.to(); i++) {
      if (body[i] != '\r' && body[i] != '\n') {
        places[count++] = i;
      }
    }
    var part = Arrays.copyOfRange(body, leaf.from(), leaf.to());
    byte[] plain = Base64.getMimeDecoder().decode(part);
    String text = new String(plain, StandardCharsets.ISO_8859_1);
    List<Gap> gaps = new ArrayList<>();
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      int first = at / 3;
      int last = (at + mark.length() - 1) / 3;
      byte[] around = Arrays.copyOfRange(plain, 3 * first, Math.min(plain.length, 3 * last + 3));
      int[] touched = Arrays.copyOfRange(places, 4 * first, Math.min(count, 4 * last + 4));
      gaps.add(new Gap(number, touched, around, at - 3 * first));
    }
    return gaps;
  }
}
