package org.regionwire.region;

import java.util.Optional;
import org.apache.commons.text.translate.EntityArrays;

/**
 * A character reference in HTML.
 *
 * @param text what it stands for
 * @param end where it ends in the HTML
 */
record CharacterReference(String text, int end) {
  /**
   * The longest named one of HTML 4 is {@code &thetasym;}, the longest number {@code &#1114111;}.
   */
  private static final int LONGEST = 12;

  /** The reference that starts at {@code start}; none when it is only an ampersand. */
  static Optional<CharacterReference> at(String html, int start) {
    int limit = Math.min(html.length(), start + LONGEST);
    for (int i = start + 1; i < limit; i++) {
      char c = html.charAt(i);
      if (c == ';') {
        int end = i + 1;
        return decode(html.substring(start, end)).map(text -> new CharacterReference(text, end));
      }
      if (c != '#' && !Character.isLetterOrDigit(c)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> decode(String reference) {
    if (reference.startsWith("&#")) {
      return number(reference.substring(2, reference.length() - 1));
    }
    return switch (reference) {
      case "&amp;" -> Optional.of("&");
      case "&lt;" -> Optional.of("<");
      case "&gt;" -> Optional.of(">");
      case "&quot;" -> Optional.of("\"");
      case "&apos;" -> Optional.of("'");
      default -> named(reference);
    };
  }

  private static Optional<String> named(String reference) {
    return Optional.ofNullable(EntityArrays.ISO8859_1_UNESCAPE.get(reference))
        .or(() -> Optional.ofNullable(EntityArrays.HTML40_EXTENDED_UNESCAPE.get(reference)))
        .map(CharSequence::toString);
  }

  private static Optional<String> number(String digits) {
    boolean hex = digits.startsWith("x") || digits.startsWith("X");
    try {
      int point = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
      boolean character =
          Character.isValidCodePoint(point) && (point < 0xD800 || point > 0xDFFF) && point != 0;
      return character ? Optional.of(Character.toString(point)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
