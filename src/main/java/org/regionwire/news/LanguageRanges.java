package org.regionwire.news;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which languages a reader may ask for to get a text: basic filtering of RFC 4647 section 3.3.1.
 */
public final class LanguageRanges {
  private static final String NORWEGIAN = "no";

  /** Both ways of writing Norwegian, which few readers tell apart when they ask for it. */
  private static final Set<String> WRITTEN_NORWEGIAN = Set.of("nb", "nn");

  private LanguageRanges() {}

  /**
   * The ranges, in lower case, that select a text: {@code sv}, {@code sv-fi} for {@code sv-FI}.
   *
   * @param tag BCP 47
   */
  public static List<String> of(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    List<String> ranges = new ArrayList<>();
    for (int dash = lower.indexOf('-'); dash > 0; dash = lower.indexOf('-', dash + 1)) {
      ranges.add(lower.substring(0, dash));
    }
    ranges.add(lower);
    if (WRITTEN_NORWEGIAN.contains(ranges.get(0))) {
      ranges.add(NORWEGIAN);
    }
    return ranges;
  }

  /** Without those that ask for nothing that another does not ask for too. */
  public static Collection<String> widest(Collection<String> ranges) {
    var widest = new TreeSet<>(ranges);
    widest.removeIf(
        range ->
            of(range).stream().anyMatch(wider -> !wider.equals(range) && ranges.contains(wider)));
    return widest;
  }
}
