package org.regionwire.whereabouts;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.ItemId;

/** New events that were accepted here and may not be in the archive yet, in the order they came. */
final class Underway {
  /** Another node may archive what we accepted, so that nobody tells us. */
  private static final int MOST = 500;

  private final Map<ItemId, EnrichedItem> events =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ItemId, EnrichedItem> eldest) {
          return size() > MOST;
        }
      };

  synchronized void add(EnrichedItem enriched) {
    var item = enriched.item();
    boolean open = item.publishAt().isEmpty() && item.origin().change().isEmpty();
    if (open && enriched.event().isPresent()) {
      events.putIfAbsent(item.id(), enriched);
    }
  }

  synchronized void remove(EnrichedItem enriched) {
    events.remove(enriched.item().id());
  }

  /** Those that start on the same day and came before it. */
  synchronized List<EnrichedItem> before(EnrichedItem enriched) {
    return events.values().stream()
        .takeWhile(other -> !other.item().id().equals(enriched.item().id()))
        .filter(other -> day(other).equals(day(enriched)))
        .toList();
  }

  private static Optional<LocalDate> day(EnrichedItem enriched) {
    return enriched.event().map(Event::start).map(start -> start.date());
  }
}
