package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;

class ShelfRaceTest {
  private static final long SEED = 42;
  private static final List<String> REGIONS = List.of("malmo", "oslo", "oresund-region", "all");
  private static final int WRITERS = 4;
  private static final int ROUNDS = 80;

  /** Room for fewer feeds than are asked for, so that slots come and go all the time. */
  private final Desk desk = new Desk();

  private final Shelf shelf = new Shelf(desk.press, 8, 10_000_000);
  private final AtomicBoolean done = new AtomicBoolean();
  private final AtomicInteger seen = new AtomicInteger();
  private final ConcurrentLinkedQueue<String> missed = new ConcurrentLinkedQueue<>();

  @Test
  void no_feed_misses_news_however_it_races_with_readers() throws Exception {
    for (String region : REGIONS) {
      for (var format : FeedFormat.values()) {
        shelf.take(Desk.feed(region, format));
      }
    }
    var pool = Executors.newFixedThreadPool(WRITERS + 4);
    var writers = new ArrayList<Future<?>>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(pool.submit(() -> write(writer)));
    }
    var readers = new ArrayList<Future<?>>();
    for (int i = 0; i < 4; i++) {
      int reader = i;
      readers.add(pool.submit(() -> read(reader)));
    }
    for (var writer : writers) {
      writer.get();
    }
    done.set(true);
    for (var reader : readers) {
      reader.get();
    }
    pool.shutdown();
    assertThat(missed).isEmpty();
    assertThat(seen).hasValueGreaterThan(ROUNDS);
    everything_on_the_shelf_is_true();
  }

  private void everything_on_the_shelf_is_true() {
    for (String region : REGIONS) {
      for (var format : FeedFormat.values()) {
        var key = Desk.feed(region, format);
        shelf
            .ready(key)
            .ifPresent(r -> assertThat(Desk.text(r)).isEqualTo(Desk.text(desk.press.render(key))));
      }
    }
  }

  /**
   * Each writer revises one item of its own, moving it about; it must be where it is said to be.
   */
  private void write(int writer) {
    var random = new Random(SEED + writer);
    for (int round = 0; round < ROUNDS; round++) {
      String title = "w" + writer + "r" + round + "end";
      String region = REGIONS.get(random.nextInt(3));
      shelf.announce(desk.archive.add(Draft.item("own-" + writer).titled(title).in(region)));
      for (String place : REGIONS) {
        boolean belongs = place.equals("all") || place.equals(region);
        shelf
            .ready(Desk.feed(place, FeedFormat.JSON))
            .ifPresent(r -> check(Desk.text(r), title, belongs, place));
      }
    }
  }

  private void check(String feed, String title, boolean belongs, String place) {
    seen.incrementAndGet();
    if (feed.contains(title) != belongs) {
      missed.add(title + " in " + place + ": " + !belongs);
    }
  }

  private void read(int reader) {
    var random = new Random(SEED + 100 + reader);
    while (!done.get()) {
      String region = REGIONS.get(random.nextInt(REGIONS.size()));
      var format = FeedFormat.values()[random.nextInt(3)];
      shelf.take(Desk.feed(region, format));
      if (random.nextInt(50) == 0) {
        shelf.expire();
      }
    }
  }
}
