package org.regionwire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regionwire.archive.Archive;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.SameEvents;
import org.regionwire.region.SameEvents.Alike;

/** Which items tell of one event. */
final class EventsAlike {
  /** Events of one day that a new one is compared with. */
  private static final int COMPARED = 50;

  private final Archive archive;
  private final SameEvents sameEvents;

  EventsAlike(Archive archive, SameEvents sameEvents) {
    this.archive = archive;
    this.sameEvents = sameEvents;
  }

  /**
   * Items that came before it and seem to tell of the same event: the same, however often asked.
   *
   * @param underway what was accepted before it and may not be in the archive yet
   */
  List<Alike> of(EnrichedItem enriched, List<EnrichedItem> underway) {
    return enriched
        .event()
        .map(event -> archive.startingOn(event.start().date(), COMPARED))
        .map(items -> before(enriched, items))
        .map(items -> sameEvents.among(together(underway, items), enriched))
        .orElse(List.of());
  }

  private static List<EnrichedItem> together(
      List<EnrichedItem> underway, List<PublishedItem> archived) {
    Map<ItemId, EnrichedItem> each = new LinkedHashMap<>();
    archived.forEach(item -> each.put(item.id(), item.enriched()));
    underway.forEach(item -> each.putIfAbsent(item.item().id(), item));
    return List.copyOf(each.values());
  }

  private static List<PublishedItem> before(EnrichedItem enriched, List<PublishedItem> items) {
    long own =
        items.stream()
            .filter(item -> item.id().equals(enriched.item().id()))
            .mapToLong(PublishedItem::firstSequence)
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return items.stream().filter(item -> item.firstSequence() < own).toList();
  }
}
