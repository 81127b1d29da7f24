package org.regionwire.region;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;
import org.regionwire.news.RegionFound.How;
import org.regionwire.region.event.EventTold;
import org.regionwire.region.event.SameEvent;

/** Which items are probably about one event. Safe for use by many threads. */
public final class SameEvents {
  private final SameEvent same = new SameEvent();

  /**
   * Another item that seems to tell of the same event.
   *
   * @param score from 0 to 1
   * @param why a sentence for the sender
   */
  public record Alike(EnrichedItem item, double score, String why) {}

  /** Those of {@code others} that seem to be about the same event. */
  public List<Alike> among(List<EnrichedItem> others, EnrichedItem item) {
    return told(item).stream()
        .flatMap(told -> others.stream().flatMap(other -> compare(told, item, other).stream()))
        .toList();
  }

  private Optional<Alike> compare(EventTold told, EnrichedItem item, EnrichedItem other) {
    if (other.item().id().equals(item.item().id())) {
      return Optional.empty();
    }
    return told(other)
        .map(otherTold -> same.compare(told, otherTold))
        .filter(SameEvent.Likeness::same)
        .map(likeness -> new Alike(other, likeness.score(), likeness.why()));
  }

  /** Items in their order, those of one event together where its first stands. */
  public List<List<PublishedItem>> together(List<PublishedItem> items) {
    List<List<PublishedItem>> groups = new ArrayList<>();
    Map<LocalDate, List<List<PublishedItem>>> byStart = new HashMap<>();
    for (var item : items) {
      var sameDay =
          item.event()
              .map(event -> byStart.computeIfAbsent(event.start().date(), d -> new ArrayList<>()))
              .orElseGet(ArrayList::new);
      var known =
          sameDay.stream()
              .filter(group -> !among(List.of(group.get(0).enriched()), item.enriched()).isEmpty())
              .findFirst();
      if (known.isPresent()) {
        known.get().add(item);
      } else {
        List<PublishedItem> group = new ArrayList<>(List.of(item));
        sameDay.add(group);
        groups.add(group);
      }
    }
    return groups;
  }

  private static Optional<EventTold> told(EnrichedItem enriched) {
    var item = enriched.item();
    return enriched
        .event()
        .map(
            event ->
                new EventTold(
                    item.title(),
                    PlainText.summary(item),
                    item.language(),
                    event.start(),
                    event.end(),
                    enriched.regions().stream()
                        .filter(found -> found.primary() && found.how() != How.CONTAINS)
                        .map(RegionFound::region)
                        .collect(Collectors.toSet()),
                    item.link()));
  }
}
