package org.regionwire.feeds.shelf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.calendar.CalendarEvent;
import org.regionwire.feeds.calendar.CalendarPage;
import org.regionwire.feeds.calendar.CalendarWriter;
import org.regionwire.feeds.formats.FeedPage;
import org.regionwire.feeds.rendering.Contents;
import org.regionwire.feeds.rendering.Made;
import org.regionwire.news.Event;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;

/**
 * The calendar of a selection: its events to come, those of the last months, and those that its
 * feeds show, whenever they are. Those withdrawn stay as cancelled, because a client that misses an
 * event may keep it.
 */
final class Calendars {
  /** After these days a past event leaves. */
  static final int PAST_DAYS = 90;

  /** Where there are more, those to come go before those past, and the next before the far. */
  static final int MOST = 500;

  private static final Comparator<PublishedItem> BY_SEQUENCE =
      Comparator.comparingLong(PublishedItem::sequence);
  private static final Comparator<PublishedItem> BY_START =
      Comparator.comparing((PublishedItem item) -> item.event().orElseThrow().start().date())
          .thenComparingLong(PublishedItem::firstSequence);

  private final Archive archive;
  private final CalendarMaker maker;
  private final CalendarWriter writer = new CalendarWriter();

  Calendars(Archive archive, CalendarMaker maker) {
    this.archive = archive;
    this.maker = maker;
  }

  /**
   * @param latest what the feeds of the same events show
   * @param about says what the selection is called and where its feed is
   */
  Made make(FeedKey key, FeedPage about, Latest latest, Instant now) {
    var items = items(key, latest, now);
    var events = items.stream().flatMap(this::event).toList();
    var page =
        new CalendarPage(
            key.tag(),
            Optional.of(about.title()),
            about.description(),
            about.self(),
            about.home(),
            events.stream().map(CalendarEvent::modified).max(Comparator.naturalOrder()),
            events);
    return new Made(writer.write(page), contents(items, now), Map.of());
  }

  private List<PublishedItem> items(FeedKey key, Latest latest, Instant now) {
    var near = archive.calendar(key.selection(), today(now).minusDays(PAST_DAYS), MOST, now);
    // of several looks into the archive: the last revision that any of them saw
    var byId = new HashMap<ItemId, PublishedItem>();
    Stream.of(latest.items(), latest.withdrawn(), near)
        .flatMap(List::stream)
        .filter(item -> item.kind() == Kind.EVENT)
        .forEach(item -> byId.merge(item.id(), item, BinaryOperator.maxBy(BY_SEQUENCE)));
    return byId.values().stream().sorted(BY_START).toList();
  }

  /** One event alone; nothing when the item is none. */
  Optional<byte[]> alone(PublishedItem item) {
    return item.event().map(event -> writer.write(maker.alone(item, event)));
  }

  /** Events together, whatever selections they are of. */
  byte[] together(List<PublishedItem> events) {
    return writer.write(maker.together(events));
  }

  private Stream<CalendarEvent> event(PublishedItem item) {
    return item.event().map(event -> maker.event(item, event)).stream();
  }

  /** It changes when an item of it expires, or on the day when an event leaves or gets in. */
  private static Contents contents(List<PublishedItem> items, Instant now) {
    var sequences = new HashMap<ItemId, Long>();
    items.forEach(item -> sequences.put(item.id(), item.sequence()));
    var expiries = items.stream().flatMap(item -> item.item().expires().stream());
    var days =
        items.size() < MOST
            ? items.stream().flatMap(item -> item.event().stream()).map(Calendars::leaves)
            : Stream.of(today(now).plusDays(1));
    var changes =
        days.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()).filter(now::isBefore);
    return new Contents(
        sequences, 0, Set.of(), Stream.concat(expiries, changes).min(Comparator.naturalOrder()));
  }

  private static LocalDate leaves(Event event) {
    return event.lastDay().plusDays(PAST_DAYS + 1);
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
