package org.regionwire.region.event;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Makes spellings equal that readers take for the same: without letter case and diacritics, one
 * character for one character.
 */
final class Letters {
  /** Latin and Cyrillic end here. */
  private static final int TABLE_END = 0x530;

  private static final char[] FOLDED = new char[TABLE_END];
  private static final byte[] NUMBERS = new byte[TABLE_END];

  /** How many numbers {@link #number} gives, the zero of unknown letters included. */
  static final int COUNT = 1 + 26 + 32;

  static {
    for (char c = 0; c < TABLE_END; c++) {
      FOLDED[c] = foldOne(c);
      NUMBERS[c] = (byte) numberOf(FOLDED[c]);
    }
  }

  private Letters() {}

  static char fold(char c) {
    return c < TABLE_END ? FOLDED[c] : Character.toLowerCase(c);
  }

  /** A small number for each folded letter of the Latin and Russian alphabets; 0 for all others. */
  static int number(char c) {
    return c < TABLE_END ? NUMBERS[c] : 0;
  }

  static String fold(CharSequence text, int start, int end) {
    var folded = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      folded.append(fold(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char foldOne(char c) {
    char lower = String.valueOf(c).toLowerCase(Locale.ROOT).charAt(0);
    return switch (lower) {
      case 'ø' -> 'o';
      case 'æ' -> 'a';
      case 'ł' -> 'l';
      case 'đ', 'ð' -> 'd';
      case 'ß' -> 's';
      default -> Normalizer.normalize(String.valueOf(lower), Normalizer.Form.NFD).charAt(0);
    };
  }

  private static int numberOf(char folded) {
    if (folded >= 'a' && folded <= 'z') {
      return 1 + folded - 'a';
    }
    return folded >= 'а' && folded <= 'я' ? 27 + folded - 'а' : 0;
  }
}
