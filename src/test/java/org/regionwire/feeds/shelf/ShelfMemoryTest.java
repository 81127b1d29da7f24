package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/** Whatever is asked for, the shelf stays as large as it may be. */
class ShelfMemoryTest {
  private static final int ASKED = 10_000;
  private static final int FEEDS = 100;
  private static final long BYTES = 2_000_000;

  @Test
  void ten_thousand_selections_asked_for_once_do_not_fill_memory() {
    var desk = new Desk();
    IntStream.range(0, Desk.ENTRIES)
        .forEach(i -> desk.archive.add(Draft.item("item " + i).inFull()));
    var shelf = new Shelf(desk.press, FEEDS, BYTES);
    var loved = Desk.feed("malmo", FeedFormat.ATOM);
    shelf.take(loved);
    long before = used();
    for (int i = 0; i < ASKED; i++) {
      shelf.take(search("item* word" + i + (i % 2 == 0 ? "" : "*")));
      shelf.take(search("item* " + i % Desk.ENTRIES + " title"));
      shelf.ready(loved);
      assertThat(shelf.size()).isLessThanOrEqualTo(FEEDS);
    }
    assertThat(shelf.ready(loved)).as("the one that is asked for again and again").isPresent();
    assertThat(used() - before).as("bytes").isLessThan(BYTES + 6_000_000);
  }

  private static FeedKey search(String query) {
    return new FeedKey(Selection.ALL.saying(SearchWords.of(query)), FeedFormat.RSS);
  }

  /** On the heap and beside it, where the bytes of feeds lie, after a collection. */
  private static long used() {
    System.gc();
    long direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals("direct"))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    return direct + ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
