package org.regionwire.archive;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Items;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** What every archive keeps, whatever it is made of. */
abstract class ArchiveContract {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
  private static final ItemId BRIDGE = ItemId.derivedFrom("bridge");

  private final SetClock clock = new SetClock();
  private Database database;
  private Archive archive;

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

  @Test
  void no_two_items_of_one_batch_are_of_the_same_moment() {
    var batch = List.of(anItem().build(), anItem().build(), anItem().build());
    var stored = archive.decide(batch).stream().map(verdict -> verdict.item().orElseThrow());
    var moments = stored.map(PublishedItem::updated).toList();
    assertThat(moments).doesNotHaveDuplicates().isSorted();
    assertThat(moments.get(2)).isBefore(moments.get(0).plusMillis(1));
  }

  @Test
  void an_empty_archive_has_nothing() {
    assertThat(archive.count()).isZero();
    assertThat(archive.lastSequence()).isZero();
    assertThat(archive.latest(Selection.ALL, 50, NOON)).isEmpty();
    assertThat(archive.find(BRIDGE)).isEmpty();
    assertThat(archive.findByKey("k")).isEmpty();
    assertThat(archive.revisions(BRIDGE)).isEmpty();
    assertThat(archive.add(List.of())).isEmpty();
  }

  @Test
  void a_new_item_gets_sequence_revision_and_time() {
    var item = anItem().titled("A bridge").about("malmo").build();
    var stored = add(item);
    assertThat(stored).isEqualTo(new PublishedItem(item, 1, 1, 1, NOON, NOON));
    assertThat(reopened().find(stored.id())).hasValue(stored);
    assertThat(archive.count()).isEqualTo(1);
    assertThat(archive.lastSequence()).isEqualTo(1);
  }

  @Test
  void an_item_is_as_old_as_its_sender_says() {
    var written = Instant.parse("2007-10-09T09:30:00.000001Z");
    var stored = add(anItem().writtenAt(written).build());
    assertThat(stored.published()).isEqualTo(written);
    assertThat(stored.updated()).isEqualTo(written);
    assertThat(reopened().find(stored.id())).hasValue(stored);
  }

  @Test
  void an_item_written_in_the_future_is_published_now() {
    assertThat(add(anItem().writtenAt(NOON.plusMillis(1)).build()).published()).isEqualTo(NOON);
  }

  @Test
  void times_are_of_milliseconds() {
    clock.set(NOON.plusNanos(999_999));
    assertThat(add(anItem().build()).published()).isEqualTo(NOON);
  }

  @Test
  void items_of_a_batch_keep_its_order() {
    var stored = archive.add(items(120));
    assertThat(stored).extracting(PublishedItem::sequence).isEqualTo(upTo(120));
    assertThat(archive.latest(Selection.ALL, 200, NOON)).isEqualTo(newestFirst(stored));
    assertThat(archive.count()).isEqualTo(120);
  }

  @Test
  void regions_that_have_items_are_counted_the_recent_and_unexpired_ones() {
    clock.set(NOON.minus(Duration.ofDays(40)));
    archive.add(List.of(anItem().about("oslo", "norway").build(), anItem().about("riga").build()));
    clock.set(NOON);
    archive.add(
        List.of(
            anItem().about("malmo", "sweden").build(),
            anEvent("2026-10-09").about("malmo").build(),
            anItem().about("oslo").build(),
            anItem().about("riga").expiringAt(NOON.minusSeconds(1)).build()));
    assertThat(archive.countsByRegion(NOON.minus(Duration.ofDays(30)), NOON))
        .containsOnly(
            entry("malmo", 2),
            entry("sweden", 1),
            entry("oslo", 1),
            entry("norway", 0),
            entry("riga", 0));
    assertThat(archive.countsByRegion(NOON.plusSeconds(1), NOON)).containsEntry("malmo", 0);
  }

  @Test
  void an_empty_archive_counts_nothing() {
    assertThat(archive.countsByRegion(NOON.minus(Duration.ofDays(30)), NOON)).isEmpty();
  }

  @Test
  void a_batch_that_comes_again_changes_nothing() {
    var batch = items(5);
    var stored = archive.add(batch);
    clock.set(NOON.plusSeconds(60));
    assertThat(archive.add(batch)).isEqualTo(stored);
    assertThat(reopened().add(batch)).isEqualTo(stored);
    assertThat(archive.lastSequence()).isEqualTo(5);
    assertThat(archive.count()).isEqualTo(5);
  }

  @Test
  void a_batch_that_overlaps_another_adds_what_is_new() {
    var all = items(6);
    var first = archive.add(all.subList(0, 4));
    var second = archive.add(all.subList(2, 6));
    assertThat(second.subList(0, 2)).isEqualTo(first.subList(2, 4));
    assertThat(second).extracting(PublishedItem::sequence).containsExactly(3L, 4L, 5L, 6L);
  }

  @Test
  void a_key_twice_in_one_batch_is_stored_once() {
    var item = anItem().withKey("k").titled("first").build();
    var other = anItem().withKey("k").titled("second").build();
    var stored = archive.add(List.of(item, item, other));
    assertThat(stored).containsOnly(stored.get(0));
    assertThat(archive.count()).isEqualTo(1);
    assertThat(archive.find(other.item().id())).isEmpty();
  }

  @Test
  void an_item_that_changes_is_a_new_revision() {
    var first = add(bridge().titled("A brigde").build());
    clock.set(NOON.plusSeconds(60));
    var mended = bridge().titled("A bridge").build();
    var second = add(mended);
    assertThat(second).isEqualTo(new PublishedItem(mended, 2, 1, 2, NOON, NOON.plusSeconds(60)));
    assertThat(reopened().find(BRIDGE)).hasValue(second);
    assertThat(reopened().revisions(BRIDGE)).containsExactly(first, second);
    assertThat(archive.count()).isEqualTo(1);
  }

  @Test
  void a_clock_set_back_makes_no_item_older() {
    add(bridge().titled("a").build());
    clock.set(NOON.minusSeconds(60));
    assertThat(add(bridge().titled("b").build()).updated()).isEqualTo(NOON);
  }

  @Test
  void revisions_in_one_batch_follow_one_another() {
    var stored =
        archive.add(
            List.of(
                bridge().titled("a").about("malmo").build(),
                bridge().titled("b").about("oslo").build(),
                bridge().titled("c").about("malmo", "skane").build()));
    assertThat(stored).extracting(PublishedItem::revision).containsExactly(1, 2, 3);
    assertThat(reopened().revisions(BRIDGE)).isEqualTo(stored);
    assertThat(latest("malmo")).containsExactly(stored.get(2));
    assertThat(latest("oslo")).isEmpty();
    assertThat(archive.count()).isEqualTo(1);
  }

  @Test
  void an_unchanged_item_under_a_new_key_is_no_new_revision_but_its_key_is_known() {
    var first = add(bridge().withKey("k1").withBodyHash("h1").build());
    var again = bridge().withKey("k2").withBodyHash("h2").writtenAt(NOON.minusSeconds(9)).build();
    assertThat(add(again)).isEqualTo(first);
    assertThat(archive.lastSequence()).isEqualTo(1);

    var answer = reopened().findByKey("k2").orElseThrow();
    assertThat(answer.sequence()).isEqualTo(1);
    assertThat(answer.item().origin().key()).isEqualTo("k2");
    assertThat(answer.item().origin().bodyHash()).isEqualTo("h2");
    assertThat(archive.findByKey("k1")).hasValue(first);
  }

  @Test
  void a_key_finds_the_revision_it_made() {
    var first = add(bridge().withKey("k1").titled("a").build());
    var second = add(bridge().withKey("k2").titled("b").build());
    assertThat(reopened().findByKey("k1")).hasValue(first);
    assertThat(reopened().findByKey("k2")).hasValue(second);
    assertThat(add(bridge().withKey("k1").titled("c").build())).isEqualTo(first);
  }

  @Test
  void a_correction_keeps_its_place_in_feeds() {
    add(bridge().titled("a").about("malmo").build());
    var newer = add(anItem().about("malmo").build());
    var corrected = add(bridge().titled("b").about("malmo").build());
    assertThat(archive.latest(Selection.ALL, 9, NOON)).containsExactly(newer, corrected);
    assertThat(latest("malmo")).containsExactly(newer, corrected);
  }

  @Test
  void a_correction_moves_an_item_to_its_new_regions_kind_and_topics() {
    add(bridge().about("malmo", "skane").on("ict").build());
    var event = Items.anEvent("2026-10-09").withId(BRIDGE).about("skane", "oslo").on("energy");
    var moved = add(event.build());
    assertThat(latest("malmo")).isEmpty();
    assertThat(latest("skane")).containsExactly(moved);
    assertThat(latest("oslo")).containsExactly(moved);
    assertThat(latest(select(List.of("skane"), Kind.NEWS))).isEmpty();
    assertThat(latest(select(List.of("skane"), Kind.EVENT))).containsExactly(moved);
    assertThat(latest(select(List.of(), null, "ict"))).isEmpty();
    assertThat(latest(select(List.of(), null, "energy"))).containsExactly(moved);
  }

  @Test
  void a_selection_finds_what_it_matches() {
    var all =
        archive.add(
            List.of(
                anItem().about("malmo", "skane").on("ict").build(),
                anEvent("2026-05-01").about("malmo").build(),
                anItem().about("oslo").on("ict", "energy").build(),
                anEvent("2026-05-02T10:00").about("oslo", "malmo").on("energy").build(),
                anItem().build()));
    for (var regions : List.of(List.<String>of(), List.of("malmo"), List.of("malmo", "oslo"))) {
      for (var kind :
          List.of(Optional.<Kind>empty(), Optional.of(Kind.NEWS), Optional.of(Kind.EVENT))) {
        for (var topics : List.of(List.<String>of(), List.of("ict"), List.of("ict", "energy"))) {
          var selection = Selection.of(regions, kind, topics);
          var expected =
              all.stream().filter(i -> selection.matches(i.enriched())).collect(toList());
          assertThat(latest(selection)).as("%s", selection).isEqualTo(newestFirst(expected));
          assertThat(archive.window(selection, 0, 99, 99, NOON))
              .as("%s", selection)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void a_selection_of_very_many_regions_finds_each_item_once() {
    var stored = add(anItem().about("r1", "r2", "r900").on("ict").build());
    add(anItem().about("elsewhere").build());
    var regions = IntStream.range(0, 2000).mapToObj(i -> "r" + i).toList();
    assertThat(latest(select(regions, null))).containsExactly(stored);
    assertThat(latest(select(regions, Kind.EVENT))).isEmpty();
    assertThat(latest(select(regions, Kind.NEWS, "ict"))).containsExactly(stored);
  }

  @Test
  void a_region_or_topic_said_twice_counts_once() {
    var stored = add(anItem().about("malmo", "malmo").on("ict", "ict").build());
    assertThat(latest("malmo")).containsExactly(stored);
  }

  @Test
  void a_page_is_as_long_as_it_is_asked_to_be() {
    var stored = archive.add(items(30));
    assertThat(archive.latest(Selection.ALL, 10, NOON))
        .isEqualTo(newestFirst(stored).subList(0, 10));
    assertThat(archive.latest(Selection.region("malmo"), 7, NOON))
        .isEqualTo(newestFirst(stored).subList(0, 7));
  }

  @Test
  void an_expired_item_is_on_no_page_but_in_the_archive() {
    var stored = add(bridge().about("malmo").on("ict").expiringAt(NOON).build());
    for (var selection :
        List.of(Selection.ALL, Selection.region("malmo"), select(List.of(), null, "ict"))) {
      assertThat(archive.latest(selection, 9, NOON.minusMillis(1))).containsExactly(stored);
      assertThat(archive.latest(selection, 9, NOON)).isEmpty();
      assertThat(archive.window(selection, 0, 9, 9, NOON.minusMillis(1))).containsExactly(stored);
      assertThat(archive.window(selection, 0, 9, 9, NOON)).isEmpty();
      assertThat(archive.ever(selection, 0, 9, 9)).containsExactly(stored);
      assertThat(archive.places(selection, 0, 9, 9, true)).containsExactly(1L);
    }
    assertThat(archive.find(BRIDGE)).hasValue(stored);
  }

  @Test
  void an_expired_item_that_is_given_more_time_is_back() {
    add(bridge().about("malmo").expiringAt(NOON.minusSeconds(1)).build());
    var back = add(bridge().about("malmo").expiringAt(NOON.plusSeconds(1)).build());
    assertThat(latest("malmo")).containsExactly(back);
  }

  @Test
  void a_window_has_what_was_first_published_in_it_oldest_first() {
    var stored = archive.add(items(10));
    assertThat(archive.window(Selection.ALL, 3, 7, 99, NOON)).isEqualTo(stored.subList(3, 7));
    assertThat(archive.window(Selection.region("malmo"), 3, 7, 2, NOON))
        .isEqualTo(stored.subList(3, 5));
    assertThat(archive.window(Selection.ALL, 10, 99, 9, NOON)).isEmpty();
    assertThat(archive.window(Selection.ALL, 7, 3, 9, NOON)).isEmpty();
  }

  @Test
  void a_window_shows_the_present_revision_where_the_first_one_was() {
    add(bridge().titled("a").build());
    add(anItem().build());
    var corrected = add(bridge().titled("b").build());
    assertThat(archive.window(Selection.ALL, 0, 1, 9, NOON)).containsExactly(corrected);
    assertThat(archive.window(Selection.ALL, 2, 9, 9, NOON)).isEmpty();
  }

  @Test
  void the_document_is_kept_byte_for_byte() {
    var json = new ItemJson();
    var stored =
        add(
            bridge()
                .titled("Øresund \\ \"Ξ\" 東京 \uD83D\uDEA2\u2028")
                .saying("<p>\t\n'%;--</p>")
                .build());
    String kept =
        database.read(
            h -> h.createQuery("select document from revision").mapTo(String.class).one());
    assertThat(kept).isEqualTo(json.write(stored));
    assertThat(json.readPublished(kept)).isEqualTo(stored);
  }

  @Test
  void a_batch_that_fails_has_stored_nothing() {
    add(anItem().build());
    var tooLate = anItem().expiringAt(Instant.MAX).build();
    assertThatThrownBy(() -> archive.add(List.of(anItem().build(), tooLate)))
        .isInstanceOf(RuntimeException.class);
    assertThat(archive.count()).isEqualTo(1);
    assertThat(archive.lastSequence()).isEqualTo(1);
    assertThat(archive.latest(Selection.ALL, 9, NOON)).hasSize(1);
    var next = add(anItem().titled("next").build());
    assertThat(archive.find(next.id())).hasValue(next);
  }

  @Test
  void readers_see_whole_batches_while_two_write() throws Exception {
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < 2; writer++) {
        writers.add(threads.submit(() -> writeBatches(20)));
      }
      List<Future<Integer>> readers = new ArrayList<>();
      for (int reader = 0; reader < 2; reader++) {
        readers.add(threads.submit(readUntil(400)));
      }
      for (var done : writers) {
        done.get();
      }
      for (var done : readers) {
        assertThat(done.get()).isPositive();
      }
    } finally {
      threads.shutdownNow();
    }
    var sequences = new HashSet<Long>();
    archive.latest(Selection.ALL, 999, NOON).forEach(item -> sequences.add(item.sequence()));
    assertThat(sequences).hasSize(400);
    assertThat(archive.lastSequence()).isEqualTo(400);
  }

  private int writeBatches(int batches) {
    for (int i = 0; i < batches; i++) {
      archive.add(items(10));
    }
    return batches;
  }

  /** Each page must be a prefix of what is committed: whole batches of ten, no gap. */
  private Callable<Integer> readUntil(int last) {
    return () -> {
      int pages = 0;
      int seen = 0;
      while (seen < last) {
        var page = archive.window(Selection.region("malmo"), 0, last, last, NOON);
        assertThat(page).extracting(PublishedItem::sequence).isEqualTo(upTo(page.size()));
        assertThat(page.size() % 10).isZero();
        assertThat(page.size()).isGreaterThanOrEqualTo(seen);
        seen = page.size();
        pages++;
      }
      return pages;
    };
  }

  /** One that remembers nothing, so that what it gives comes from the database. */
  private Archive reopened() {
    return new JdbiArchive(database, clock, new ItemJson());
  }

  private PublishedItem add(EnrichedItem item) {
    return archive.add(List.of(item)).get(0);
  }

  private List<PublishedItem> latest(String region) {
    return latest(Selection.region(region));
  }

  private List<PublishedItem> latest(Selection selection) {
    return reopened().latest(selection, 99, clock.instant());
  }

  private static Selection select(List<String> regions, Kind kind, String... topics) {
    return Selection.of(regions, Optional.ofNullable(kind), List.of(topics));
  }

  private static Items bridge() {
    return anItem().withId(BRIDGE).titled("A bridge");
  }

  private static List<EnrichedItem> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> anItem().about("malmo", "skane").on("ict").build())
        .toList();
  }

  private static List<Long> upTo(int last) {
    return IntStream.rangeClosed(1, last).mapToObj(Long::valueOf).toList();
  }

  private static List<PublishedItem> newestFirst(List<PublishedItem> items) {
    List<PublishedItem> reversed = new ArrayList<>(items);
    Collections.reverse(reversed);
    return reversed;
  }

  /** Stands still until it is set. */
  private static final class SetClock extends Clock {
    private volatile Instant now = NOON;

    void set(Instant now) {
      this.now = now;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
