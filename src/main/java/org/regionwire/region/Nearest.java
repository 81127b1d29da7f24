package org.regionwire.region;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.regionwire.region.text.Folding;

/** What a misspelt word was meant to be. */
public final class Nearest {
  private static final double ALIKE = 0.85;
  public static final int MOST = 3;

  /** A longer word is nothing we know, and comparing costs the square of its length. */
  private static final int LONGEST = 80;

  private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
  private final Map<String, String> slugs = new HashMap<>();

  /** Of these words alone, each standing for itself. */
  public static Nearest among(Collection<String> words) {
    var nearest = new Nearest();
    words.forEach(word -> nearest.learn(word, word));
    return nearest;
  }

  /** {@code word} is another way to write {@code slug}. */
  public void learn(String word, String slug) {
    slugs.putIfAbsent(Folding.fold(word), slug);
  }

  /** The slugs whose words are most alike, best first, at most three. */
  public List<String> to(String unknown) {
    if (unknown.length() > LONGEST) {
      return List.of();
    }
    String folded = Folding.fold(unknown.strip());
    var best = new HashMap<String, Double>();
    slugs.forEach(
        (word, slug) -> best.merge(slug, similarity.apply(word, folded), (a, b) -> Math.max(a, b)));
    var order =
        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey());
    return best.entrySet().stream()
        .filter(entry -> entry.getValue() >= ALIKE)
        .sorted(order)
        .limit(MOST)
        .map(Map.Entry::getKey)
        .toList();
  }
}
