package org.regionwire.news;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What a feed or a subscription asks for. Empty sets ask for everything; several regions, topics or
 * languages are a union, and all of what is given must hold.
 *
 * @param regions slugs, sorted
 * @param without slugs of regions whose items are left out, sorted
 * @param topics slugs, sorted
 * @param languages language ranges in lower case, sorted: {@code sv}, {@code sv-fi}; see {@link
 *     LanguageRanges}
 * @param mentions whether an item that only mentions one of {@code regions} is asked for too
 * @param box in which the item has its point
 */
public record Selection(
    SortedSet<String> regions,
    SortedSet<String> without,
    Optional<Kind> kind,
    SortedSet<String> topics,
    SortedSet<String> languages,
    SearchWords words,
    boolean mentions,
    Optional<Box> box) {
  public static final Selection ALL = of(List.of(), Optional.empty(), List.of());

  public static Selection of(
      Collection<String> regions, Optional<Kind> kind, Collection<String> topics) {
    return new Selection(
        new TreeSet<>(regions),
        new TreeSet<>(),
        kind,
        new TreeSet<>(topics),
        new TreeSet<>(),
        SearchWords.NONE,
        false,
        Optional.empty());
  }

  public static Selection region(String slug) {
    return of(List.of(slug), Optional.empty(), List.of());
  }

  /** The same of one kind. */
  public Selection only(Kind wanted) {
    return new Selection(
        regions, without, Optional.of(wanted), topics, languages, words, mentions, box);
  }

  /** The same without what belongs to any of these regions. */
  public Selection except(Collection<String> slugs) {
    return new Selection(
        regions, new TreeSet<>(slugs), kind, topics, languages, words, mentions, box);
  }

  /** The same in any of these languages. */
  public Selection in(Collection<String> ranges) {
    return new Selection(
        regions, without, kind, topics, new TreeSet<>(ranges), words, mentions, box);
  }

  /** The same in which all of these words occur. */
  public Selection saying(SearchWords wanted) {
    return new Selection(regions, without, kind, topics, languages, wanted, mentions, box);
  }

  /** The same with what only mentions its regions, which changes nothing where none are named. */
  public Selection mentioning(boolean too) {
    boolean told = too && !regions.isEmpty();
    return new Selection(regions, without, kind, topics, languages, words, told, box);
  }

  /** The same of what lies in the box. */
  public Selection within(Optional<Box> wanted) {
    return new Selection(regions, without, kind, topics, languages, words, mentions, wanted);
  }

  /** Whether the item is asked for, at a moment when it has not expired. */
  public boolean matches(EnrichedItem enriched) {
    return matches(enriched, () -> SearchText.of(enriched.item()));
  }

  /**
   * As {@link #matches(EnrichedItem)}, for who asks about one item many times.
   *
   * @param text the item's {@link SearchText}; only asked for if everything else is right
   */
  public boolean matches(EnrichedItem enriched, Supplier<String> text) {
    var item = enriched.item();
    return (kind.isEmpty() || kind.get() == enriched.kind())
        && isInRegions(enriched)
        && (without.isEmpty() || enriched.regionSlugs().stream().noneMatch(without::contains))
        && (topics.isEmpty() || item.topics().stream().anyMatch(topics::contains))
        && (languages.isEmpty()
            || item.language().stream()
                .flatMap(tag -> LanguageRanges.of(tag).stream())
                .anyMatch(languages::contains))
        && (box.isEmpty() || enriched.point().filter(box.get()::contains).isPresent())
        && (words.isEmpty() || words.occurIn(text.get()));
  }

  private boolean isInRegions(EnrichedItem enriched) {
    return regions.isEmpty()
        || enriched.regionSlugs().stream().anyMatch(regions::contains)
        || mentions && enriched.mentionedSlugs().stream().anyMatch(regions::contains);
  }
}
