package org.regionwire.region.event;

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

  private Vocabularies() {}

  static Vocabulary of(Optional<String> language, String title, String body) {
    return language
        .map(tag -> tag.toLowerCase(Locale.ROOT).split("[-_]", 2)[0])
        .map(tag -> OTHER_NAMES.getOrDefault(tag, tag))
        .filter(LANGUAGES::contains)
        .map(Vocabulary::of)
        .orElseGet(() -> guessed(title + "\n" + body.substring(0, Math.min(body.length(), 400))));
  }

  private static Vocabulary guessed(String text) {
    Vocabulary best = Vocabulary.of(LANGUAGES.get(0));
    int most = 0;
    for (String language : LANGUAGES) {
      var vocabulary = Vocabulary.of(language);
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
