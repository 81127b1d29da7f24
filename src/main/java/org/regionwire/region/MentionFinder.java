package org.regionwire.region;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.text.Folding;
import org.regionwire.region.text.Word;

/**
 * Finds the regions a text names: whole words, an initial capital, otherwise without regard to case
 * and diacritics; of several names at one place the longest. Time is linear in the text.
 */
final class MentionFinder {
  /**
   * A name found.
   *
   * @param offset of its first character in the text, in UTF-16 code units
   * @param text as it stands there
   */
  record Hit(String region, int offset, String text) {}

  private record Match(String region, int end) {}

  private final NameTree names;

  /** Then a small letter at the start of a word, which is most words, rules out a name. */
  private final boolean capitalsOnly;

  MentionFinder(Collection<Region> regions) {
    this.names = NameTree.of(regions);
    this.capitalsOnly = names.capitalsOnly();
  }

  /**
   * The first mention of each region, in order of appearance.
   *
   * @param language of the text (BCP 47), which tells names from words
   */
  List<Hit> find(String text, Optional<String> language) {
    Map<String, Hit> hits = new LinkedHashMap<>();
    var word = Word.next(text, 0);
    while (!word.isEmpty()) {
      Optional<Match> match =
          capitalsOnly && word.startsSmall(text) ? Optional.empty() : longest(text, word, language);
      int end = word.end();
      if (match.isPresent()) {
        int start = word.start();
        end = match.get().end();
        hits.computeIfAbsent(
            match.get().region(), r -> new Hit(r, start, text.substring(start, match.get().end())));
      }
      word = Word.next(text, end);
    }
    return List.copyOf(hits.values());
  }

  private Optional<Match> longest(String text, Word first, Optional<String> language) {
    Optional<Match> best = Optional.empty();
    var word = first;
    var at = names.after(word, text);
    while (at.isPresent()) {
      int end = word.end();
      var shorter = best;
      best =
          at.flatMap(NameTree::name)
              .filter(name -> !name.capital() || first.startsWithCapital(text))
              .filter(
                  name -> !OrdinaryWords.include(Folding.fold(text, first.start(), end), language))
              .map(name -> new Match(name.region(), end))
              .or(() -> shorter);
      if (!at.get().goesOn()) {
        break;
      }
      var next = Word.next(text, word.end());
      at = word.adjoins(next, text) ? at.get().after(next, text) : Optional.empty();
      word = next;
    }
    return best;
  }
}
