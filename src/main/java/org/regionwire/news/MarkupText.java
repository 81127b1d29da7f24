package org.regionwire.news;

import java.util.Locale;
import java.util.Set;

/** The letters and digits of sanitised HTML, for searches; everything else is only a gap. */
final class MarkupText {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "mark",
          "q", "s", "small", "span", "strong", "sub", "sup", "u", "wbr");

  private MarkupText() {}

  static String of(String html) {
    var text = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<') {
        at = tag(html, at, text);
      } else if (c == '&') {
        at = reference(html, at, text);
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private static int tag(String html, int start, StringBuilder text) {
    int end = html.indexOf('>', start);
    if (end < 0) {
      text.append(' ');
      return start + 1;
    }
    int from = start + (html.startsWith("/", start + 1) ? 2 : 1);
    int to = from;
    while (to < end && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    if (!INLINE.contains(html.substring(from, to).toLowerCase(Locale.ROOT))) {
      text.append(' ');
    }
    return end + 1;
  }

  /**
   * The sanitiser writes letters as they are, or by number; a named reference is never a letter.
   */
  private static int reference(String html, int start, StringBuilder text) {
    int end = html.indexOf(';', start);
    if (end < 0 || end - start > 10) {
      text.append(' ');
      return start + 1;
    }
    text.append(html.startsWith("&#", start) ? number(html.substring(start + 2, end)) : " ");
    return end + 1;
  }

  private static String number(String digits) {
    try {
      boolean hex = digits.startsWith("x") || digits.startsWith("X");
      int point = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
      return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
    } catch (NumberFormatException notANumber) {
      return " ";
    }
  }
}
