package org.regionwire.operate;

import io.vertx.core.MultiMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.archive.JdbiEmbargo;
import org.regionwire.broker.ParkedQueue.Parked;
import org.regionwire.digest.books.JdbiReach;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;
import org.regionwire.pages.Answer;
import org.regionwire.pages.OperatorPages;
import org.regionwire.pages.operate.NewsPage;
import org.regionwire.pages.operate.NewsPage.Filter;
import org.regionwire.pages.operate.Stamp;
import org.regionwire.parked.Parking;
import org.regionwire.region.SelectionReader;
import org.regionwire.whereabouts.Whereabouts;

/** What came in lately, and where each item is. */
public final class NewsDesk {
  private static final int ON_A_PAGE = 25;
  private static final int MOST_UNDERWAY = 100;

  /** Who sent an item stands in it alone: so many are read for a page of one sender's at most. */
  private static final int MOST_READ = 5_000;

  private static final int READ_AT_ONCE = 250;

  private final Archive archive;
  private final JdbiEmbargo embargo;
  private final Whereabouts whereabouts;
  private final Parking parking;
  private final JdbiReach reach;
  private final SelectionReader selections;
  private final OperatorPages pages;
  private final Clock clock;

  public NewsDesk(
      Archive archive,
      JdbiEmbargo embargo,
      JdbiReach reach,
      SelectionReader selections,
      Whereabouts whereabouts,
      Parking parking,
      OperatorPages pages,
      Clock clock) {
    this.archive = archive;
    this.embargo = embargo;
    this.reach = reach;
    this.selections = selections;
    this.clock = clock;
    this.whereabouts = whereabouts;
    this.parking = parking;
    this.pages = pages;
  }

  Answer news(MultiMap asked) {
    var filter = new Filter(typed(asked, "sender"), typed(asked, "region"), typed(asked, "q"));
    String before = typed(asked, "before");
    try {
      var wanted = wanted(filter);
      var archived = archived(filter, wanted, before(before));
      var parked = parking.known(MOST_UNDERWAY);
      var first =
          before.isEmpty()
              ? underway(filter, wanted, parked.orElse(List.of()))
              : Stream.<NewsPage.Item>of();
      var items = Stream.concat(first, archived.items().stream().map(this::item)).toList();
      String said = parked.isEmpty() ? "The broker does not say what is parked." : "";
      return Answer.html(
          200,
          pages.news(
              new NewsPage(filter, said, items, archived.looked(), older(filter, archived))));
    } catch (Refused refused) {
      String said = String.valueOf(refused.getMessage());
      return Answer.html(
          refused.status(), pages.news(new NewsPage(filter, said, List.of(), "", "")));
    }
  }

  private static String typed(MultiMap asked, String field) {
    return Optional.ofNullable(asked.get(field)).orElse("").strip();
  }

  private static long before(String typed) {
    if (typed.isEmpty()) {
      return Long.MAX_VALUE;
    }
    if (!typed.matches("[0-9]{1,18}")) {
      throw new Refused(422, "", "before is the number of a place, as the link Older has it");
    }
    return Long.parseLong(typed);
  }

  private Selection wanted(Filter filter) {
    var all =
        filter.region().isEmpty()
            ? Selection.ALL
            : TypedSelection.read(filter.region(), selections);
    return filter.words().isEmpty() ? all : all.saying(SearchWords.of(filter.words()));
  }

  /**
   * @param next before which there may be more; empty when there are none
   */
  private record Archived(List<PublishedItem> items, Optional<Long> next, String looked) {}

  private Archived archived(Filter filter, Selection wanted, long before) {
    int step = filter.sender().isEmpty() ? ON_A_PAGE + 1 : READ_AT_ONCE;
    List<PublishedItem> found = new ArrayList<>();
    long end = before;
    int read = 0;
    while (true) {
      var some = archive.ever(wanted, 0, end - 1, step);
      for (var item : some) {
        if (found.size() == ON_A_PAGE) {
          return new Archived(found, Optional.of(end), "");
        }
        if (isOf(filter, item.enriched())) {
          found.add(item);
        }
        end = item.firstSequence();
      }
      read += some.size();
      if (some.size() < step) {
        return new Archived(found, Optional.empty(), "");
      }
      if (read >= MOST_READ) {
        String words = "Looked through %,d items for those of %s.";
        return new Archived(found, Optional.of(end), words.formatted(read, filter.sender()));
      }
    }
  }

  private static boolean isOf(Filter filter, EnrichedItem item) {
    return filter.sender().isEmpty() || filter.sender().equals(item.item().origin().sender());
  }

  private static String older(Filter filter, Archived archived) {
    return archived
        .next()
        .map(
            next ->
                "sender="
                    + escaped(filter.sender())
                    + "&region="
                    + escaped(filter.region())
                    + "&q="
                    + escaped(filter.words())
                    + "&before="
                    + next)
        .orElse("");
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** What is not in the archive: parked, on its way, or waiting for its time. */
  private Stream<NewsPage.Item> underway(Filter filter, Selection wanted, List<Parked> dead) {
    var lost = dead.stream().flatMap(one -> parking.item(one).stream()).toList();
    var keys = lost.stream().map(item -> item.item().origin().key()).collect(Collectors.toSet());
    var parked =
        lost.stream()
            .filter(item -> isWanted(filter, wanted, item))
            .map(item -> unpublished(item, "parked", true, ""));
    var embargoed =
        embargo.waiting(MOST_UNDERWAY).stream()
            .filter(item -> isWanted(filter, wanted, item))
            .map(
                item ->
                    unpublished(item, "embargoed", false, Stamp.until(item.item().publishAt())));
    var queued =
        whereabouts.waiting().stream()
            .filter(item -> !isHeld(item) && !keys.contains(item.item().origin().key()))
            .filter(item -> isWanted(filter, wanted, item))
            .limit(MOST_UNDERWAY)
            // Another node may have archived it, and this one need not hear of that.
            .filter(item -> archive.verdict(item.item().origin().key()).isEmpty())
            .map(item -> unpublished(item, "queued", false, "waits for the archive"));
    return Stream.of(parked, queued, embargoed).flatMap(items -> items);
  }

  private boolean isHeld(EnrichedItem item) {
    return item.item().publishAt().filter(clock.instant()::isBefore).isPresent();
  }

  private static boolean isWanted(Filter filter, Selection wanted, EnrichedItem item) {
    return isOf(filter, item) && wanted.matches(item);
  }

  private static NewsPage.Item unpublished(
      EnrichedItem item, String state, boolean alarm, String more) {
    var origin = item.item().origin();
    var where = new ArrayList<String>();
    where.add("accepted " + new Stamp(origin.received()).text());
    if (!more.isEmpty()) {
      where.add(more);
    }
    return new NewsPage.Item(
        item.item().id().value(),
        item.item().title(),
        origin.sender(),
        state,
        alarm,
        where,
        List.of(),
        false);
  }

  private NewsPage.Item item(PublishedItem item) {
    var origin = item.item().origin();
    var where = new ArrayList<String>();
    where.add("accepted " + new Stamp(origin.received()).text());
    where.add("archived " + new Stamp(item.updated()).text() + ", revision " + item.revision());
    Optional<Whereabouts.Trace> trace = whereabouts.find(item.id());
    trace
        .flatMap(Whereabouts.Trace::shown)
        .map(at -> Duration.between(origin.received(), at))
        .filter(
            delay -> !delay.isNegative() && trace.flatMap(Whereabouts.Trace::accepted).isPresent())
        .ifPresent(delay -> where.add("on feeds %,d ms after it came".formatted(delay.toMillis())));
    var letters = reach.letters(item);
    where.add("in %,d letters".formatted(letters.count()));
    return new NewsPage.Item(
        item.id().value(),
        item.item().title(),
        origin.sender(),
        state(item, clock.instant()),
        false,
        where,
        item.withdrawn() || isOver(item, clock.instant())
            ? List.of()
            : item.enriched().regionSlugs(),
        true);
  }

  private static String state(PublishedItem item, Instant now) {
    if (item.withdrawn()) {
      return "withdrawn";
    }
    return isOver(item, now) ? "expired" : "on feeds";
  }

  private static boolean isOver(PublishedItem item, Instant now) {
    return item.item().expires().filter(end -> !now.isBefore(end)).isPresent();
  }
}
