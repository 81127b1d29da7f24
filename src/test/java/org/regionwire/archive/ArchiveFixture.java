package org.regionwire.archive;

import static org.regionwire.news.Items.anItem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Items;
import org.regionwire.news.Kind;
import org.regionwire.news.MovingClock;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** An empty archive at noon. */
abstract class ArchiveFixture {
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
  static final ItemId BRIDGE = ItemId.derivedFrom("bridge");

  final MovingClock clock = new MovingClock(NOON);
  Database database;
  Archive archive;

  abstract Database open();

  @BeforeEach
  void open_an_empty_archive() {
    database = open();
    archive = reopened();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** One that remembers nothing, so that what it gives comes from the database. */
  Archive reopened() {
    return new JdbiArchive(database, clock, new ItemJson());
  }

  PublishedItem add(EnrichedItem item) {
    return archive.add(List.of(item)).get(0);
  }

  List<PublishedItem> latest(String region) {
    return latest(Selection.region(region));
  }

  List<PublishedItem> latest(Selection selection) {
    return reopened().latest(selection, 99, clock.instant());
  }

  static Selection select(List<String> regions, Kind kind, String... topics) {
    return Selection.of(regions, Optional.ofNullable(kind), List.of(topics));
  }

  static Items bridge() {
    return anItem().withId(BRIDGE).titled("A bridge");
  }

  static List<EnrichedItem> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> anItem().about("malmo", "skane").on("ict").build())
        .toList();
  }

  static List<Long> upTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
  }

  static List<PublishedItem> newestFirst(List<PublishedItem> items) {
    List<PublishedItem> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return reversed;
  }
}
