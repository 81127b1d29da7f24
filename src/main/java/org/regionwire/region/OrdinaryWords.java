package org.regionwire.region;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of regions that are words in another language: {@code Norra} is Norway in Estonian and
 * "northern" in Swedish. Folded names to the languages in which they are words.
 */
final class OrdinaryWords {
  private static final Map<String, Set<String>> LANGUAGES =
      Map.of("norra", Set.of("sv"), "vilna", Set.of("lt", "lv"));

  private OrdinaryWords() {}

  /** Whether it may be meant as a word in a text of this language (BCP 47), known or not. */
  static boolean include(String folded, Optional<String> language) {
    var languages = LANGUAGES.getOrDefault(folded, Set.of());
    return !languages.isEmpty()
        && language.map(tag -> languages.contains(primary(tag))).orElse(true);
  }

  private static String primary(String tag) {
    int end = tag.indexOf('-');
    return end < 0 ? tag : tag.substring(0, end);
  }
}
