package org.regionwire.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The name somebody meant. */
final class Nearest {
  private static final double ALIKE = 0.82;
  private static final int LONGEST = 60;
  private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

  private Nearest() {}

  /** The candidate most like {@code unknown}, when one is like it at all. */
  static Optional<String> to(String unknown, Collection<String> candidates) {
    if (unknown.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = unknown.toLowerCase(Locale.ROOT);
    return candidates.stream()
        .map(name -> new Match(name, SIMILARITY.apply(wanted, name.toLowerCase(Locale.ROOT))))
        .filter(match -> match.score >= ALIKE)
        .max(Comparator.comparingDouble(Match::score))
        .map(Match::name);
  }

  private record Match(String name, double score) {}
}
