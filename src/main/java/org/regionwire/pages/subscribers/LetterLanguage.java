package org.regionwire.pages.subscribers;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A language that letters are written in.
 *
 * @param tag BCP 47
 * @param name in that language
 */
public record LetterLanguage(String tag, String name, boolean chosen) {
  /** In the order of their names. */
  public static final List<String> TAGS =
      List.of("da", "de", "et", "en", "lv", "lt", "nb", "pl", "fi", "sv", "ru");

  /** All, and the chosen one too if it is another: letters in it are in English. */
  static List<LetterLanguage> offering(String chosen) {
    var others = Stream.of(chosen).filter(tag -> !TAGS.contains(tag));
    return Stream.concat(TAGS.stream(), others).map(tag -> of(tag, tag.equals(chosen))).toList();
  }

  private static LetterLanguage of(String tag, boolean chosen) {
    var locale = Locale.forLanguageTag(tag);
    return new LetterLanguage(tag, locale.getDisplayName(locale), chosen);
  }
}
