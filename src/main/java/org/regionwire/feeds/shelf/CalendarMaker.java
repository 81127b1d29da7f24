package org.regionwire.feeds.shelf;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.feeds.calendar.CalendarEvent;
import org.regionwire.feeds.calendar.CalendarPage;
import org.regionwire.feeds.entries.CorrectionWords;
import org.regionwire.feeds.entries.EntryMaker;
import org.regionwire.feeds.entries.FeedEntry;
import org.regionwire.feeds.entries.FeedEntry.Category;
import org.regionwire.news.Event;
import org.regionwire.news.Excerpt;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.PlainText;
import org.regionwire.region.Regions;

/** From published items to what calendars show of them. */
final class CalendarMaker {
  private static final int DESCRIPTION = 1_000;

  /** Longer HTML is left to the item's page: a calendar holds hundreds of events. */
  private static final int HTML = 16_000;

  private final Regions regions;
  private final EntryMaker entries;

  CalendarMaker(Regions regions, EntryMaker entries) {
    this.regions = regions;
    this.entries = entries;
  }

  /** One event alone, with nothing said of the calendar that it is in. */
  CalendarPage alone(PublishedItem item, Event event) {
    var entry = entries.entry(item);
    return new CalendarPage(
        entry.id(),
        Optional.empty(),
        "",
        "",
        entry.link(),
        Optional.empty(),
        List.of(event(item, event)));
  }

  /** Several events, which need not have anything to do with each other; there is at least one. */
  CalendarPage together(List<PublishedItem> items) {
    var events =
        items.stream()
            .flatMap(item -> item.event().map(event -> event(item, event)).stream())
            .toList();
    var first = events.get(0);
    return new CalendarPage(
        first.uid(), Optional.empty(), "", "", first.url(), Optional.empty(), events);
  }

  CalendarEvent event(PublishedItem item, Event event) {
    var entry = entries.entry(item);
    return item.withdrawn() ? withdrawn(item, event, entry) : standing(item, event, entry);
  }

  private CalendarEvent standing(PublishedItem item, Event event, FeedEntry entry) {
    return new CalendarEvent(
        entry.id(),
        sequence(item),
        item.published(),
        modified(item),
        event,
        zone(item),
        entry.title(),
        entry.language(),
        Optional.of(description(item, event, entry)),
        entry.html().filter(html -> html.length() <= HTML),
        entry.link(),
        entry.authors(),
        entry.categories().stream()
            .filter(category -> !category.scheme().equals(Category.KIND))
            .map(Category::label)
            .distinct()
            .toList(),
        entry.enclosures().stream()
            .map(file -> new CalendarEvent.File(file.url(), file.type()))
            .toList());
  }

  /** Its time, so that clients find it, and none of the words that were taken back. */
  private CalendarEvent withdrawn(PublishedItem item, Event event, FeedEntry entry) {
    var bare =
        new Event(
            event.start(),
            event.end(),
            event.timezone(),
            Optional.empty(),
            Optional.empty(),
            Event.Status.CANCELLED);
    return new CalendarEvent(
        entry.id(),
        sequence(item),
        item.published(),
        modified(item),
        bare,
        zone(item),
        "Withdrawn",
        Optional.of("en"),
        item.note(),
        Optional.empty(),
        entry.link(),
        List.of(),
        List.of(),
        List.of());
  }

  private static int sequence(PublishedItem item) {
    return item.revision() - 1;
  }

  /** Unlike {@code updated}, a minor revision moves it too. */
  private static Instant modified(PublishedItem item) {
    Instant received = item.item().origin().received();
    return item.revision() > 1 && received.isAfter(item.updated()) ? received : item.updated();
  }

  /** Of the first of its regions that has one, as on its page. */
  private Optional<ZoneId> zone(PublishedItem item) {
    return item.enriched().regions().stream()
        .flatMap(found -> regions.bySlug(found.region()).stream())
        .flatMap(region -> region.zone().stream())
        .findFirst();
  }

  private static String description(PublishedItem item, Event event, FeedEntry entry) {
    var text =
        CorrectionWords.before(item)
            .or(() -> item.item().content().map(PlainText::of))
            .map(words -> Excerpt.of(words, DESCRIPTION))
            .filter(words -> !words.isEmpty());
    String links =
        Stream.concat(event.url().map(URI::toASCIIString).stream(), Stream.of(entry.link()))
            .distinct()
            .collect(Collectors.joining("\n"));
    return text.map(words -> words + "\n\n" + links).orElse(links);
  }
}
