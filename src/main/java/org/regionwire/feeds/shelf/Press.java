package org.regionwire.feeds.shelf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.entries.EntryMaker;
import org.regionwire.feeds.formats.FeedPage;
import org.regionwire.feeds.formats.FeedWriter;
import org.regionwire.feeds.formats.Sheet;
import org.regionwire.feeds.formats.Sheet.Cut;
import org.regionwire.feeds.rendering.Basis;
import org.regionwire.feeds.rendering.Made;
import org.regionwire.feeds.rendering.Rendering;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;
import org.regionwire.web.Variant;

/** Renders feeds and calendars from the archive: the same items give the same bytes. */
public final class Press {
  private final Archive archive;
  private final PageMaker pages;
  private final Calendars calendars;
  private final Clock clock;
  private final Chain chain;
  private final int entries;
  private final Metrics metrics;
  private final AtomicLong ticks = new AtomicLong();
  private final FeedWriter rss = FeedWriter.rss();
  private final FeedWriter atom = FeedWriter.atom();
  private final FeedWriter json = FeedWriter.json();

  /**
   * @param base public address of the site, without a slash at its end
   * @param entries how many a feed shows, newest first
   */
  public Press(
      Archive archive, Regions regions, Topics topics, String base, Clock clock, int entries) {
    this(archive, regions, topics, base, clock, entries, new Metrics());
  }

  /** As the other; each feed that is rendered is counted and timed. */
  public Press(
      Archive archive,
      Regions regions,
      Topics topics,
      String base,
      Clock clock,
      int entries,
      Metrics metrics) {
    this.metrics = metrics;
    this.archive = archive;
    var titles = new FeedTitles(regions, topics);
    this.pages = new PageMaker(base, regions, titles);
    this.calendars =
        new Calendars(archive, new CalendarMaker(regions, new EntryMaker(base, titles)));
    this.clock = clock;
    this.chain = new Chain(archive, entries);
    this.entries = entries;
  }

  public ArchivePages archivePages() {
    return new ArchivePages(archive, chain, pages, page -> write(page).bytes(), clock);
  }

  /** The feed as it is now. */
  public Rendering render(FeedKey key) {
    return render(key, latest(key.shown()), Optional.empty(), new HashMap<>());
  }

  /** For feeds that are rendered one after the other, or at once. */
  Looks looks() {
    return new Looks(ticks, this::latest);
  }

  /**
   * Keeps the bytes and the date of what stood there before, if nothing has changed.
   *
   * @param latest of {@link FeedKey#shown}
   * @param written entries of the format by sequence; what is written is added
   */
  Rendering render(
      FeedKey key, Latest latest, Optional<Rendering> before, Map<Long, byte[]> written) {
    long start = System.nanoTime();
    var ending = Ending.FAILED;
    try {
      var rendering = rendered(key, latest, before, written);
      ending = Ending.DONE;
      return rendering;
    } finally {
      metrics.ended(Stage.RENDER, ending, System.nanoTime() - start);
    }
  }

  private Rendering rendered(
      FeedKey key, Latest latest, Optional<Rendering> before, Map<Long, byte[]> written) {
    var made =
        key.format() == FeedFormat.ICS ? calendar(key, latest) : feed(key, latest, before, written);
    var identity = Variant.identity(made.bytes());
    if (before.isPresent() && before.get().hasBytesOf(identity)) {
      return before.get().showing(made.contents());
    }
    // A calendar is in another order, which a basis does not tell.
    var tagged =
        key.format() == FeedFormat.ICS
            ? identity
            : identity.tagged(Basis.of(made.contents()).prefix());
    return Rendering.of(key.format(), tagged, dateAfter(before), pages.link(key), made);
  }

  private Made calendar(FeedKey key, Latest latest) {
    var page = pages.page(key, Latest.NOTHING, List.of());
    return calendars.make(key, page, latest, clock.instant());
  }

  /**
   * Written anew is the frame, and what neither this feed showed nor another one has got.
   *
   * @param written entries of the format by sequence; what is written is added
   */
  private Made feed(
      FeedKey key, Latest latest, Optional<Rendering> before, Map<Long, byte[]> written) {
    var items = latest.items();
    var shown = before.map(Rendering::entries).orElse(Map.of());
    var fresh =
        items.stream()
            .filter(i -> !shown.containsKey(i.sequence()) && !written.containsKey(i.sequence()))
            .toList();
    var sheet = write(pages.page(key, latest, fresh));
    if (fresh.size() < items.size()) {
      var page = sheet;
      cuts(fresh, page).forEach((sequence, cut) -> written.put(sequence, page.bytes(cut)));
      sheet = page.with(bytes(items, written, before));
    }
    return new Made(sheet.bytes(), latest.contents(), cuts(items, sheet));
  }

  private static List<byte[]> bytes(
      List<PublishedItem> items, Map<Long, byte[]> written, Optional<Rendering> before) {
    return items.stream()
        .map(PublishedItem::sequence)
        .map(
            sequence ->
                Optional.ofNullable(written.get(sequence))
                    .orElseGet(() -> before.orElseThrow().entry(sequence)))
        .toList();
  }

  private static Map<Long, Cut> cuts(List<PublishedItem> items, Sheet sheet) {
    var cuts = new HashMap<Long, Cut>();
    var all = sheet.cuts();
    for (int i = 0; i < items.size(); i++) {
      cuts.put(items.get(i).sequence(), all.get(i));
    }
    return cuts;
  }

  private Latest latest(Selection selection) {
    return Latest.of(archive.recent(selection, entries, clock.instant()), chain, entries);
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
    var latest = latest(key.selection());
    var missed =
        Stream.concat(latest.items().stream(), latest.withdrawn().stream())
            .filter(basis::misses)
            .map(item -> item.id().tag())
            .collect(Collectors.toSet());
    return write(pages.page(key, latest, latest.items()).only(missed)).bytes();
  }

  private Sheet write(FeedPage page) {
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
