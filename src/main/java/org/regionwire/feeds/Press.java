package org.regionwire.feeds;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regionwire.archive.Archive;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;
import org.regionwire.web.Variant;

/** Renders feeds and calendars from the archive: the same items give the same bytes. */
public final class Press {
  private final Archive archive;
  private final PageMaker pages;
  private final Calendars calendars;
  private final Clock clock;
  private final int entries;
  private final FeedWriter rss = new RssWriter();
  private final FeedWriter atom = new AtomWriter();
  private final FeedWriter json = new JsonWriter();

  /**
   * @param base public address of the site, without a slash at its end
   * @param entries how many a feed shows, newest first
   */
  public Press(
      Archive archive, Regions regions, Topics topics, String base, Clock clock, int entries) {
    this.archive = archive;
    var titles = new FeedTitles(regions, topics);
    this.pages = new PageMaker(base, regions, titles);
    this.calendars =
        new Calendars(archive, new CalendarMaker(regions, new EntryMaker(base, titles)), entries);
    this.clock = clock;
    this.entries = entries;
  }

  /** The feed as it is now. */
  public Rendering render(FeedKey key) {
    return render(key, Optional.empty());
  }

  /** Keeps the bytes and the date of what stood there before, if nothing has changed. */
  Rendering render(FeedKey key, Optional<Rendering> before) {
    var made = key.format() == FeedFormat.ICS ? calendar(key) : feed(key);
    var identity = Variant.identity(made.bytes());
    if (before.isPresent() && before.get().identity().etag().equals(identity.etag())) {
      return before.get().showing(made.contents());
    }
    return Rendering.of(
        key.format(), identity, dateAfter(before), pages.link(key), made.contents());
  }

  private Made calendar(FeedKey key) {
    return calendars.make(key, pages.page(key, List.of(), List.of()), clock.instant());
  }

  private Made feed(FeedKey key) {
    var items = archive.latest(key.selection(), entries, clock.instant());
    var oldest = Contents.of(items, List.of(), entries).oldest();
    var withdrawn = withdrawn(key, items, oldest);
    return new Made(write(key, items, withdrawn), Contents.of(items, withdrawn, entries));
  }

  /** The event of an item alone, as iCalendar; nothing when it is none. */
  public Optional<byte[]> calendar(PublishedItem item) {
    return calendars.alone(item);
  }

  /** Of two looks into the archive: one withdrawn in between is told of by its announcement. */
  private List<PublishedItem> withdrawn(FeedKey key, List<PublishedItem> items, long oldest) {
    var shown = items.stream().map(PublishedItem::id).collect(Collectors.toSet());
    return archive.withdrawn(key.selection(), oldest, entries, clock.instant()).stream()
        .filter(item -> !shown.contains(item.id()))
        .toList();
  }

  private byte[] write(FeedKey key, List<PublishedItem> items, List<PublishedItem> withdrawn) {
    var page = pages.page(key, items, withdrawn);
    return switch (key.format()) {
      case RSS -> rss.write(page);
      case ATOM -> atom.write(page);
      case JSON -> json.write(page);
      case ICS -> throw new IllegalArgumentException("a calendar is no page of a feed");
    };
  }

  /** A date that readers have seen is never given to other bytes. */
  private Instant dateAfter(Optional<Rendering> before) {
    var now = now().truncatedTo(ChronoUnit.SECONDS);
    return before
        .map(Rendering::lastModified)
        .filter(given -> !given.isBefore(now))
        .map(given -> given.isAfter(now) ? given : given.plusSeconds(1))
        .orElse(now);
  }

  Instant now() {
    return clock.instant();
  }
}
