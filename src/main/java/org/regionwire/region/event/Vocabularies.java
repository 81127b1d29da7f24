package org.regionwire.region.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The vocabularies of all languages, and which one a text is written in. */
final class Vocabularies {
  static final List<String> LANGUAGES =
      List.of("en", "sv", "da", "no", "fi", "et", "lv", "lt", "pl", "de", "ru");

  private static final Map<String, String> OTHER_NAMES = Map.of("nb", "no", "nn", "no");

  /** So many tokens tell the language. */
  private static final int ENOUGH = 120;

  private final Map<String, Vocabulary> vocabularies = new LinkedHashMap<>();

  Vocabularies() {
    LANGUAGES.forEach(language -> vocabularies.put(language, Vocabulary.of(language)));
  }

  Vocabulary of(Optional<String> language, String title, String body) {
    return language
        .map(tag -> tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
        .map(tag -> OTHER_NAMES.getOrDefault(tag, tag))
        .flatMap(tag -> Optional.ofNullable(vocabularies.get(tag)))
        .orElseGet(() -> guessed(title + "\n" + body.substring(0, Math.min(body.length(), 400))));
  }

  private Vocabulary guessed(String text) {
    Vocabulary best = vocabularies.values().iterator().next();
    int most = 0;
    for (Vocabulary vocabulary : vocabularies.values()) {
      int score = score(text, vocabulary);
      best = score > most ? vocabulary : best;
      most = Math.max(score, most);
    }
    return best;
  }

  private static int score(String text, Vocabulary vocabulary) {
    int score = 0;
    for (Token token : Tokens.of(text, vocabulary).stream().limit(ENOUGH).toList()) {
      score += token.is(Kind.COMMON) ? 2 : token.is(Kind.MONTH) || token.is(Kind.NOUN) ? 1 : 0;
    }
    return score;
  }
}
