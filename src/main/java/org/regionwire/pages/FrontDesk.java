package org.regionwire.pages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.regionwire.archive.Archive;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;
import org.regionwire.pages.regions.RegionLinks;
import org.regionwire.pages.site.Link;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.web.ProblemJson;

/** Finds the answer to what a reader asks for. */
final class FrontDesk {
  private static final int LATEST = 30;
  private static final int EVENTS = 200;
  private static final Duration RECENT = Duration.ofDays(30);
  private static final String A_MINUTE = "public, max-age=60";
  private static final String ROBOTS =
      """
      User-agent: *
      Disallow: /confirm/
      Disallow: /unsubscribe/
      Disallow: /manage/
      Disallow: /operate
      """;

  private final Archive archive;
  private final Regions regions;
  private final Pages pages;
  private final Clock clock;
  private final ItemDesk items;
  private final StaticFiles files = new StaticFiles();
  private final RecentAnswers recent;
  private final RecentCounts counts = new RecentCounts();

  FrontDesk(Archive archive, Regions regions, Pages pages, Clock clock, ItemForms forms) {
    this.archive = archive;
    this.regions = regions;
    this.pages = pages;
    this.clock = clock;
    this.items = new ItemDesk(archive, pages, clock, forms);
    this.recent = new RecentAnswers(archive, clock);
  }

  /** Nothing when the address is somebody else's; else how to make the answer, which may block. */
  Optional<Callable<Answer>> answer(Asked asked) {
    return switch (asked.path()) {
      case "/" -> Optional.of(() -> recent.at("/", this::home));
      case "/regions" -> Optional.of(() -> recent.at("/regions", this::regionTree));
      case "/regions.json" -> Optional.of(this::regionList);
      case "/subscribe" ->
          Optional.of(() -> Answer.html(200, pages.subscribe(asked.query(), List.of())));
      case "/robots.txt" ->
          Optional.of(() -> Answer.text(200, "text/plain; charset=utf-8", ROBOTS).cached(A_MINUTE));
      case "/favicon.ico" -> Optional.of(() -> files.find("/static/icon.svg").orElseThrow());
      default -> deeper(asked);
    };
  }

  Answer lost(Asked asked) {
    return missing(asked, "There is nothing at this address.", List.of());
  }

  /** Text made of the archive's present state, which is kept while that stays. */
  Answer made(String address, String type, Supplier<String> text) {
    return recent.at(address, () -> Answer.text(200, type, text.get()).cached(A_MINUTE));
  }

  Answer feed(String title, String address, Selection selection) {
    return recent.at(
        address,
        () -> Answer.html(200, pages.feed(title, address, latest(selection))).cached(A_MINUTE));
  }

  private Optional<Callable<Answer>> deeper(Asked asked) {
    Optional<Callable<Answer>> region =
        asked.after("/regions/").map(name -> () -> region(asked, name));
    Optional<Callable<Answer>> item = asked.after("/items/").map(id -> () -> item(asked, id));
    Optional<Callable<Answer>> file =
        asked.path().startsWith("/static/")
            ? Optional.of(() -> files.find(asked.path()).orElseGet(() -> lost(asked)))
            : Optional.empty();
    return region.or(() -> item).or(() -> file);
  }

  private Answer home() {
    return Answer.html(200, pages.home(latest(Selection.ALL), events(List.of()))).cached(A_MINUTE);
  }

  private Answer regionTree() {
    return Answer.html(200, pages.regions(counts())).cached(A_MINUTE);
  }

  private Answer regionList() {
    return Answer.text(200, "application/json", pages.regionList(counts())).cached(A_MINUTE);
  }

  private Map<String, Integer> counts() {
    Instant now = clock.instant();
    return counts.at(now, () -> archive.countsByRegion(now.minus(RECENT), now));
  }

  private Answer region(Asked asked, String name) {
    Optional<Region> found = regions.bySlug(name);
    if (found.isPresent()) {
      return recent.at(asked.path(), () -> region(found.get()));
    }
    return pages
        .regionCalled(name)
        .map(region -> Answer.moved("/regions/" + region.slug()))
        .orElseGet(() -> missing(asked, "There is no region “" + name + "”.", suggestions(name)));
  }

  private Answer region(Region region) {
    var latest = latest(Selection.region(region.slug()));
    var events = events(List.of(region.slug()));
    return Answer.html(200, pages.region(region, latest, events, counts())).cached(A_MINUTE);
  }

  private Answer item(Asked asked, String name) {
    return items
        .answer(asked, name)
        .orElseGet(() -> missing(asked, "There is no such item.", List.of()));
  }

  private Answer missing(Asked asked, String what, List<Link> suggestions) {
    return asked.accept().namesHtml()
        ? Answer.html(404, pages.notFound(what, suggestions))
        : problem(what, suggestions);
  }

  private static Answer problem(String what, List<Link> suggestions) {
    var problem = ProblemJson.of(404, what);
    if (!suggestions.isEmpty()) {
      var list = problem.putArray("suggestions");
      suggestions.forEach(suggestion -> list.add(suggestion.href()));
    }
    return Answer.text(404, ProblemJson.MEDIA_TYPE, ProblemJson.write(problem));
  }

  private List<Link> suggestions(String name) {
    return regions.suggestions(name).stream()
        .flatMap(slug -> regions.bySlug(slug).stream())
        .map(RegionLinks::to)
        .toList();
  }

  private List<PublishedItem> latest(Selection selection) {
    return open(archive.latest(selection, LATEST, clock.instant()));
  }

  private List<PublishedItem> events(List<String> slugs) {
    var selection = Selection.of(slugs, Optional.of(Kind.EVENT), List.of());
    return open(archive.latest(selection, EVENTS, clock.instant()));
  }

  private List<PublishedItem> open(List<PublishedItem> items) {
    return items.stream().filter(item -> !embargoed(item)).toList();
  }

  /** The last gate: an item under embargo is nowhere before its second. */
  private boolean embargoed(PublishedItem item) {
    Instant now = clock.instant();
    return item.item().publishAt().filter(at -> at.isAfter(now)).isPresent();
  }
}
