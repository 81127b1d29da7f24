package org.regionwire.news;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A news item and what was found out about it.
 *
 * @param regions it belongs to: each once, parents included
 * @param when the event is by its text, of an item whose sender did not say
 * @param point where it takes place, or else where the region is that it is about
 */
public record EnrichedItem(
    NewsItem item,
    List<RegionFound> regions,
    Optional<EventTimeFound> when,
    Optional<Point> point) {
  public EnrichedItem {
    regions = List.copyOf(regions);
  }

  /** The same item, as another submission sent it. */
  public EnrichedItem from(Origin origin) {
    return new EnrichedItem(item.from(item.id(), origin), regions, when, point);
  }

  /** Of the regions whose feeds carry the item. */
  public List<String> regionSlugs() {
    return regions.stream().filter(RegionFound::primary).map(RegionFound::region).toList();
  }

  /** Of the regions that the item only mentions. */
  public List<String> mentionedSlugs() {
    return regions.stream().filter(r -> !r.primary()).map(RegionFound::region).toList();
  }

  /** As the sender says, else as the text does. */
  public Optional<Event> event() {
    return item.event().or(() -> when.map(EventTimeFound::event));
  }

  /** The time that the text tells, when its year was concluded and readers must be told so. */
  public Optional<EventTimeFound> inferred() {
    return item.event().isPresent() ? Optional.empty() : when.filter(EventTimeFound::yearInferred);
  }

  /** As the sender says; else an event is what has a time that was not over when it first came. */
  public Kind kind() {
    return item.kind().orElse(item.event().isPresent() || isToCome() ? Kind.EVENT : Kind.NEWS);
  }

  private boolean isToCome() {
    LocalDate today = item.origin().first().atZone(ZoneOffset.UTC).toLocalDate();
    return when.filter(w -> !w.end().orElse(w.start()).date().isBefore(today)).isPresent();
  }
}
