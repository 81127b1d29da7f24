package org.regionwire.pages.items;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.Event;
import org.regionwire.news.EventDates;
import org.regionwire.news.Excerpt;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.regions.RegionLinks;
import org.regionwire.region.PlainText;

/** Items as lists show them. */
public final class Teasers {
  private static final int TEASER = 320;
  private static final int COMING = 8;

  private final RegionLinks links;
  private final Clock clock;

  public Teasers(RegionLinks links, Clock clock) {
    this.links = links;
    this.clock = clock;
  }

  public List<Teaser> of(List<PublishedItem> items) {
    return items.stream().map(this::of).toList();
  }

  /** Items that are not also among the coming events. */
  public List<Teaser> without(List<PublishedItem> coming, List<PublishedItem> latest) {
    List<ItemId> shown = coming.stream().map(PublishedItem::id).toList();
    return of(latest.stream().filter(item -> !shown.contains(item.id())).toList());
  }

  /** The next events that are not over, by their start. */
  public List<PublishedItem> coming(List<PublishedItem> events) {
    Instant now = clock.instant();
    return events.stream()
        .filter(item -> dates(item).filter(dates -> !dates.overAt(now)).isPresent())
        .sorted(Comparator.comparing(item -> dates(item).orElseThrow().starts()))
        .limit(COMING)
        .toList();
  }

  Teaser of(PublishedItem item) {
    var zone = zone(item);
    return new Teaser(
        "/items/" + item.id(),
        item.item().title(),
        item.item().language(),
        Excerpt.of(PlainText.summary(item.item()), TEASER),
        Moment.of(item.published(), zone.orElse(ZoneOffset.UTC)),
        occasion(item),
        links.about(item));
  }

  Optional<Occasion> occasion(PublishedItem item) {
    var inferred = item.enriched().inferred();
    return item.event()
        .map(event -> Occasion.of(event, inferred, links.zone(item), clock.instant()));
  }

  /** Where the item's publication is read: its region's zone, else its event's. */
  Optional<ZoneId> zone(PublishedItem item) {
    return links.zone(item).or(() -> item.event().flatMap(Event::timezone));
  }

  private Optional<EventDates> dates(PublishedItem item) {
    return item.event().map(event -> EventDates.of(event, links.zone(item)));
  }
}
