package org.regionwire.news;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a feed or a subscription asks for. Empty sets ask for everything; several regions or topics
 * are a union.
 *
 * @param regions slugs, sorted
 * @param topics slugs, sorted
 */
public record Selection(SortedSet<String> regions, Optional<Kind> kind, SortedSet<String> topics) {
  public static final Selection ALL =
      of(java.util.List.of(), Optional.empty(), java.util.List.of());

  public static Selection of(
      Collection<String> regions, Optional<Kind> kind, Collection<String> topics) {
    return new Selection(new TreeSet<>(regions), kind, new TreeSet<>(topics));
  }

  public static Selection region(String slug) {
    return of(java.util.List.of(slug), Optional.empty(), java.util.List.of());
  }

  /** Whether the item is asked for, at a moment when it has not expired. */
  public boolean matches(EnrichedItem enriched) {
    return (kind.isEmpty() || kind.get() == enriched.kind())
        && (regions.isEmpty() || enriched.regionSlugs().stream().anyMatch(regions::contains))
        && (topics.isEmpty() || enriched.item().topics().stream().anyMatch(topics::contains));
  }
}
