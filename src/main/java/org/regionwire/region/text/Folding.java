package org.regionwire.region.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * Makes spellings equal that readers take for the same: without letter case, diacritics and
 * ligatures. {@code Malmö} and {@code MALMO} fold to {@code malmo}.
 */
public final class Folding {
  /** Letters that Unicode does not decompose into a base and a mark. */
  private static final Map<Character, String> WITHOUT_MARK =
      Map.of(
          'ø', "o", 'æ', "ae", 'œ', "oe", 'ł', "l", 'đ', "d", 'ð', "d", 'þ', "th", 'ß', "ss", 'ı',
          "i");

  /** Latin, Greek and Cyrillic end here; what lies above has hardly any diacritics. */
  private static final int TABLE_END = 0x2000;

  /** Filled as letters are met; a race only computes the same entry twice. */
  private static final String[] TABLE = new String[TABLE_END];

  private Folding() {}

  public static String fold(CharSequence text) {
    return fold(text, 0, text.length());
  }

  public static String fold(CharSequence text, int start, int end) {
    var folded = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        folded.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      } else if (c < TABLE_END) {
        folded.append(known(c));
      } else {
        folded.append(Character.toLowerCase(c));
      }
    }
    return folded.toString();
  }

  /** One letter, folded; a mark alone to nothing. */
  static String folded(char c) {
    return c < TABLE_END ? known(c) : String.valueOf(Character.toLowerCase(c));
  }

  private static String known(char c) {
    String folded = TABLE[c];
    if (folded == null) {
      folded = foldOne(c);
      TABLE[c] = folded;
    }
    return folded;
  }

  private static String foldOne(char c) {
    var bare = new StringBuilder(2);
    String lower = String.valueOf(c).toLowerCase(Locale.ROOT);
    for (char part : Normalizer.normalize(lower, Normalizer.Form.NFD).toCharArray()) {
      if (!isSilent(part)) {
        bare.append(WITHOUT_MARK.getOrDefault(part, String.valueOf(part)));
      }
    }
    return bare.toString();
  }

  /** Combining marks and the soft hyphen: part of a word, but not of its spelling. */
  public static boolean isSilent(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0xAD;
  }
}
