package org.regionwire.region;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.NewsItem;
import org.regionwire.news.RegionFound;
import org.regionwire.region.event.EventTimeFinder;

/** When the event of an item is, by what its text says. */
final class ItemTime {
  private final EventTimeFinder finder = new EventTimeFinder();
  private final Regions regions;

  ItemTime(Regions regions) {
    this.regions = regions;
  }

  /**
   * Read from the day on which the item was written, or first came, in the zone of its first
   * region: "on Friday" is the same Friday when a later submission mends the text.
   *
   * @param content of the item as plain text
   * @param language it is in, if that is known
   */
  Optional<EventTimeFound> of(
      NewsItem item, String content, Optional<String> language, List<RegionFound> found) {
    ZoneId zone = zone(found);
    LocalDate day = item.written().orElse(item.origin().first()).atZone(zone).toLocalDate();
    String summary = item.summary().map(text -> text + "\n").orElse("");
    return finder
        .find(item.title(), summary + content, language, Optional.of(day), zone)
        .map(time -> inItsField(time, summary.length()));
  }

  private ZoneId zone(List<RegionFound> found) {
    return found.stream()
        .filter(RegionFound::primary)
        .flatMap(one -> regions.bySlug(one.region()).stream())
        .flatMap(region -> region.zone().stream())
        .findFirst()
        .orElse(ZoneOffset.UTC);
  }

  private static EventTimeFound inItsField(EventTimeFound time, int summary) {
    boolean title = time.field().equals("title");
    boolean content = !title && time.offset() >= summary;
    return new EventTimeFound(
        time.start(),
        time.end(),
        time.yearInferred(),
        title ? "title" : content ? "content" : "summary",
        content ? time.offset() - summary : time.offset(),
        time.text(),
        time.confidence(),
        time.why());
  }
}
