package org.regionwire.news;

import java.util.regex.Pattern;

/** The beginning of a text. */
public final class Excerpt {
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");

  private Excerpt() {}

  /**
   * One line, ending at a word where there is one near the end.
   *
   * @param longest in UTF-16 code units, with the ellipsis
   */
  public static String of(String text, int longest) {
    String line = SPACE.matcher(text).replaceAll(" ").strip();
    if (line.length() <= longest) {
      return line;
    }
    int space = line.lastIndexOf(' ', longest - 1);
    int end = space > longest / 2 ? space : longest - 1;
    if (Character.isHighSurrogate(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(0, end).stripTrailing() + "…";
  }
}
