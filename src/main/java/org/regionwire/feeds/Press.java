package org.regionwire.feeds;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private final Chain chain;
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
    this.chain = new Chain(archive, entries);
    this.entries = entries;
  }

  public ArchivePages archivePages() {
    return new ArchivePages(archive, chain, pages, this::write, clock);
  }

  /** The feed as it is now. */
  public Rendering render(FeedKey key) {
    return render(key, Optional.empty());
  }

  /** Keeps the bytes and the date of what stood there before, if nothing has changed. */
  Rendering render(FeedKey key, Optional<Rendering> before) {
    var made = key.format() == FeedFormat.ICS ? calendar(key) : feed(key);
    var identity = Variant.identity(made.bytes());
    if (before.isPresent() && before.get().hasBytesOf(identity)) {
      return before.get().showing(made.contents());
    }
    // A calendar is in another order, which a basis does not tell.
    var tagged =
        key.format() == FeedFormat.ICS
            ? identity
            : identity.tagged(Basis.of(made.contents()).prefix());
    return Rendering.of(key.format(), tagged, dateAfter(before), pages.link(key), made.contents());
  }

  private Made calendar(FeedKey key) {
    var page = pages.page(key, Optional.empty(), List.of(), List.of());
    return calendars.make(key, page, clock.instant());
  }

  private Made feed(FeedKey key) {
    var look = look(key);
    return new Made(write(look.page()), Contents.of(look.items(), look.withdrawn(), entries));
  }

  /** The event of an item alone, as iCalendar; nothing when it is none. */
  public Optional<byte[]> calendar(PublishedItem item) {
    return calendars.alone(item);
  }

  /** Events as one calendar (RFC 5545), for a letter; nothing when there is none. */
  public Optional<String> events(List<PublishedItem> events) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(new String(calendars.together(events), StandardCharsets.UTF_8));
  }

  /** The feed as it is now, with what a reader has not seen and nothing else (RFC 3229). */
  byte[] delta(FeedKey key, Basis basis) {
    var look = look(key);
    var missed =
        Stream.concat(look.items().stream(), look.withdrawn().stream())
            .filter(basis::misses)
            .map(item -> item.id().tag())
            .collect(Collectors.toSet());
    return write(look.page().only(missed));
  }

  /** Into the archive. */
  private record Look(List<PublishedItem> items, List<PublishedItem> withdrawn, FeedPage page) {}

  private Look look(FeedKey key) {
    var items = archive.latest(key.selection(), entries, clock.instant());
    var oldest = Contents.of(items, List.of(), entries).oldest();
    var withdrawn = withdrawn(key, items, oldest);
    var places =
        Stream.concat(items.stream(), withdrawn.stream())
            .map(PublishedItem::firstSequence)
            .collect(Collectors.toSet());
    var previous = chain.newest(key.selection(), places);
    return new Look(items, withdrawn, pages.page(key, previous, items, withdrawn));
  }

  /** Of two looks into the archive: one withdrawn in between is told of by its announcement. */
  private List<PublishedItem> withdrawn(FeedKey key, List<PublishedItem> items, long oldest) {
    var shown = items.stream().map(PublishedItem::id).collect(Collectors.toSet());
    return archive.withdrawn(key.selection(), oldest, entries, clock.instant()).stream()
        .filter(item -> !shown.contains(item.id()))
        .toList();
  }

  private byte[] write(FeedPage page) {
    return switch (page.key().format()) {
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
