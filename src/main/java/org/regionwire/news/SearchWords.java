package org.regionwire.news;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The words of a search, all of which must occur: {@code harbour "new pier" sail*}. Letter case and
 * diacritics do not matter. Words in quotes follow one another; a star at the end of a word or of
 * words in quotes stands for any ending.
 *
 * @param terms folded; each a word, or words with one space between them, maybe with a star at its
 *     end
 */
public record SearchWords(SortedSet<String> terms) {
  public static final SearchWords NONE = new SearchWords(new TreeSet<>());

  private static final String ANY_ENDING = "*";

  /**
   * What is no letter and no digit stands between words; a quote that is not closed goes to the
   * end.
   */
  public static SearchWords of(String query) {
    var terms = new TreeSet<String>();
    var parts = query.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        term(parts[i]).ifPresent(terms::add);
      } else {
        for (String word : parts[i].split("\\s+", -1)) {
          addLoose(word, terms);
        }
      }
    }
    terms.removeIf(term -> terms.stream().anyMatch(other -> says(other, term)));
    return new SearchWords(terms);
  }

  public boolean isEmpty() {
    return terms.isEmpty();
  }

  /** How many words there are, those in quotes included. */
  public int count() {
    return terms.stream().mapToInt(term -> term.split(" ", -1).length).sum();
  }

  /**
   * Whether all of them occur.
   *
   * @param text a {@link SearchText}
   */
  public boolean occurIn(String text) {
    return terms.stream().allMatch(term -> text.contains(pattern(term)));
  }

  /** What a {@link SearchText} contains if the term occurs in it. */
  public static String pattern(String term) {
    return hasAnyEnding(term) ? " " + withoutStar(term) : " " + term + " ";
  }

  public static boolean hasAnyEnding(String term) {
    return term.endsWith(ANY_ENDING);
  }

  public static String withoutStar(String term) {
    return hasAnyEnding(term) ? term.substring(0, term.length() - 1) : term;
  }

  /** As it can be typed: one query for all that mean the same. */
  public String query() {
    return terms.stream()
        .map(term -> term.indexOf(' ') < 0 ? term : "\"" + term + "\"")
        .collect(Collectors.joining(" "));
  }

  /** {@code so-called} is two words that need not be together. */
  private static void addLoose(String written, SortedSet<String> terms) {
    term(written)
        .ifPresent(
            term -> {
              for (String word : term.split(" ", -1)) {
                terms.add(word);
              }
            });
  }

  private static Optional<String> term(String written) {
    String folded = SearchText.fold(written).strip();
    String ending = written.strip().endsWith(ANY_ENDING) ? ANY_ENDING : "";
    return folded.isEmpty() ? Optional.empty() : Optional.of(folded + ending);
  }

  /** Whether a text in which the one occurs always has the other. */
  private static boolean says(String one, String other) {
    return !one.equals(other) && (" " + one + " ").contains(pattern(other));
  }
}
