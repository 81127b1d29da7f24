package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regionwire.news.Items.anItem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** What every archive stores, and that it stores it whole. */
abstract class ArchiveContract extends ArchiveFixture {
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
}
