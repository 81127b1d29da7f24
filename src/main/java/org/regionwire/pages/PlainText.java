package org.regionwire.pages;

import java.util.regex.Pattern;
import org.apache.commons.text.StringEscapeUtils;

/** Text without markup, and short enough for a list. */
final class PlainText {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  private PlainText() {}

  /** Of sanitised HTML, in which every {@code >} of a value is escaped. */
  static String ofHtml(String html) {
    String bare = TAG.matcher(html).replaceAll(" ");
    return SPACE.matcher(StringEscapeUtils.unescapeHtml4(bare)).replaceAll(" ").strip();
  }

  /** At most {@code limit} UTF-16 code units, ending at a word where there is one near the end. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = text.lastIndexOf(' ', limit - 1);
    if (end < limit / 2) {
      end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}
