package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.regionwire.news.Box;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Items;
import org.regionwire.news.Kind;
import org.regionwire.news.Origin;
import org.regionwire.news.Point;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/**
 * What the databases select is what {@link Selection#matches} lets through, for any items, revised
 * and revised again, and any selection. The shelf relies on it: it asks the one which feeds news
 * touches, and the other what they show.
 */
class SelectionsAgreeTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final List<String> REGIONS = List.of("malmo", "oslo", "sweden", "norway", "lund");
  private static final List<String> TOPICS = List.of("ict", "energy", "maritime");
  private static final List<String> LANGUAGES = List.of("sv", "sv-FI", "nb", "no", "fi", "und");
  private static final List<String> RANGES = List.of("sv", "sv-fi", "nb", "no", "fi", "de");
  private static final List<String> WORDS =
      List.of(
          "pier",
          "Pier",
          "malmö",
          "hamn",
          "hamnen",
          "null",
          "and",
          "or",
          "not",
          "near",
          "1e5",
          "2,5",
          "-3",
          "3d",
          "a.b",
          "x@y.se",
          "http://a.se/b",
          "Страна",
          "ναός",
          "東京",
          "😀",
          "ﬁn",
          "<b>",
          "&",
          "'",
          "\\",
          "%",
          "it's",
          "naïve",
          "e\u0301",
          "\uD835\uDD38",
          "כֹל",
          "กำ");

  private static Wire sqlite = Wire.onSqlite();
  private static Wire postgresql = new Wire(Databases.postgresql());

  @AfterContainer
  static void close() {
    assertThat(sqlite.found).as("selections that found something").isGreaterThan(50);
    assertThat(postgresql.found).as("selections that found something").isGreaterThan(50);
    sqlite.database.close();
    postgresql.database.close();
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void sqlite_and_matches_agree(
      @ForAll("batches") List<EnrichedItem> batch,
      @ForAll("selections") Selection selection,
      @ForAll("limits") int limit) {
    sqlite.agrees(batch, selection, limit);
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void postgresql_and_matches_agree(
      @ForAll("batches") List<EnrichedItem> batch,
      @ForAll("selections") Selection selection,
      @ForAll("limits") int limit) {
    postgresql.agrees(batch, selection, limit);
  }

  /** An archive, and what should be in it. */
  private static final class Wire {
    final Database database;
    final Archive archive;
    final Map<ItemId, PublishedItem> present = new HashMap<>();
    int found;

    Wire(Database database) {
      this.database = database;
      this.archive = new JdbiArchive(database, CLOCK, new ItemJson());
    }

    static Wire onSqlite() {
      try {
        return new Wire(Databases.sqlite(Files.createTempDirectory("selections")));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    void agrees(List<EnrichedItem> batch, Selection selection, int limit) {
      archive.add(batch).forEach(item -> present.put(item.id(), item));
      var ever =
          present.values().stream()
              .filter(item -> selection.matches(item.enriched()))
              .sorted(Comparator.comparingLong(PublishedItem::firstSequence))
              .toList();
      var matching =
          ever.stream()
              .filter(item -> item.item().expires().stream().allMatch(NOON::isBefore))
              .toList();
      var newest =
          matching.stream()
              .sorted(Comparator.comparingLong(PublishedItem::firstSequence).reversed())
              .limit(limit)
              .toList();
      found += matching.isEmpty() ? 0 : 1;
      assertThat(archive.latest(selection, limit, NOON)).isEqualTo(newest);
      assertThat(archive.window(selection, 0, Long.MAX_VALUE, limit, NOON))
          .isEqualTo(matching.subList(0, Math.min(limit, matching.size())));
      agreesOnPages(ever, selection, limit);
    }

    private void agreesOnPages(List<PublishedItem> ever, Selection selection, int limit) {
      long middle = archive.lastSequence() / 2;
      var places =
          ever.stream().map(PublishedItem::firstSequence).filter(at -> at > middle).toList();
      assertThat(archive.places(selection, middle, Long.MAX_VALUE, limit, false))
          .isEqualTo(places.subList(0, Math.min(limit, places.size())));
      assertThat(archive.ever(selection, middle, Long.MAX_VALUE, 1000))
          .isEqualTo(
              ever.stream()
                  .filter(item -> item.firstSequence() > middle)
                  .sorted(Comparator.comparingLong(PublishedItem::firstSequence).reversed())
                  .toList());
    }
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.of(1, 3, 50, 1000);
  }

  @Provide
  Arbitrary<List<EnrichedItem>> batches() {
    return items().list().ofMinSize(1).ofMaxSize(4);
  }

  private Arbitrary<EnrichedItem> items() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 60),
            subsets(REGIONS),
            subsets(TOPICS),
            Arbitraries.of(LANGUAGES),
            texts(),
            texts(),
            Arbitraries.of(true, false, false),
            Arbitraries.of(-1, 0, 1, 2, 3))
        .as(SelectionsAgreeTest::item)
        .flatMap(SelectionsAgreeTest::placed);
  }

  private static EnrichedItem item(
      int id,
      Set<String> regions,
      Set<String> topics,
      String language,
      String title,
      String content,
      boolean event,
      int expires) {
    var item = event ? Items.anEvent("2026-05-01") : Items.anItem();
    item.withId(ItemId.derivedFrom("item " + id)).titled("t " + title).saying(content);
    item.about(regions.toArray(String[]::new)).on(topics.toArray(String[]::new));
    if (expires <= 1) {
      item.expiringAt(NOON.plusSeconds(expires));
    }
    return language.equals("und") ? item.inNoLanguage().build() : item.in(language).build();
  }

  /** The library may place one item several times; each is a submission of its own. */
  private static final AtomicInteger PLACED = new AtomicInteger();

  /** Somewhere or nowhere, and some of its regions only mentioned. */
  private static Arbitrary<EnrichedItem> placed(EnrichedItem item) {
    return Combinators.combine(points().optional(0.7), Arbitraries.integers().between(0, 7))
        .as(
            (point, bits) -> {
              var regions = new ArrayList<RegionFound>();
              for (RegionFound found : item.regions()) {
                boolean primary = (bits >> (regions.size() % 3) & 1) == 0;
                regions.add(
                    new RegionFound(found.region(), found.how(), primary, 1, "so", List.of()));
              }
              var news = item.item();
              var sent = news.origin();
              var again =
                  new Origin(
                      sent.sender(),
                      "placed " + PLACED.incrementAndGet(),
                      sent.bodyHash(),
                      sent.received(),
                      sent.senderId());
              return new EnrichedItem(news.from(news.id(), again), regions, item.when(), point);
            });
  }

  private static Arbitrary<Point> points() {
    return Combinators.combine(Arbitraries.of(-10, 0, 55, 60), Arbitraries.of(-179, -1, 12, 179))
        .as((lat, lon) -> new Point(lat, lon));
  }

  private static Arbitrary<Box> boxes() {
    return Combinators.combine(points(), points())
        .as(
            (one, other) ->
                new Box(
                    one.lon(),
                    Math.min(one.lat(), other.lat()),
                    other.lon(),
                    Math.max(one.lat(), other.lat())));
  }

  @Provide
  Arbitrary<Selection> selections() {
    return Combinators.combine(wordSelections(), Arbitraries.of(true, false), boxes().optional(0.3))
        .as((selection, mentions, box) -> selection.mentioning(mentions).within(box));
  }

  private Arbitrary<Selection> wordSelections() {
    return Combinators.combine(
            subsets(REGIONS),
            subsets(REGIONS),
            Arbitraries.of(Kind.values()).optional(0.4),
            subsets(TOPICS),
            subsets(RANGES),
            queries())
        .as(
            (regions, without, kind, topics, languages, query) ->
                Selection.of(regions, kind, topics)
                    .except(without)
                    .in(languages)
                    .saying(SearchWords.of(query)));
  }

  private static Arbitrary<Set<String>> subsets(List<String> all) {
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(Set.of())),
        Tuple.of(2, Arbitraries.of(all).set().ofMaxSize(2)),
        Tuple.of(1, Arbitraries.of(all).set().ofMaxSize(all.size())));
  }

  private static Arbitrary<String> texts() {
    var words =
        Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of(WORDS)), Tuple.of(1, Arbitraries.strings().ofMaxLength(6)));
    return words.list().ofMaxSize(8).map(some -> clean(String.join(" ", some)));
  }

  private static Arbitrary<String> queries() {
    var word = Arbitraries.of(WORDS);
    var phrase = word.list().ofMinSize(1).ofMaxSize(3).map(w -> "\"" + String.join(" ", w) + "\"");
    var beginning = word.map(w -> w.substring(0, Math.min(2, w.length())) + "*");
    var term = Arbitraries.oneOf(word, word, phrase, beginning);
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just("")),
        Tuple.of(3, term),
        Tuple.of(1, term.list().ofMaxSize(3).map(t -> String.join(" ", t))));
  }

  /** As intake lets it through. */
  private static String clean(String text) {
    var clean = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.isValidCodePoint(c) && (c < 0xD800 || c > 0xDFFF) && c >= ' ')
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
