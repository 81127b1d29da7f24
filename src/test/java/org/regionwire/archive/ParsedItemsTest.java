package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.regionwire.news.PublishedItem;

class ParsedItemsTest {
  private final ParsedItems parsed = new ParsedItems(100);

  @Test
  void those_unused_for_longest_are_dropped_when_it_is_full() {
    parsed.keep(item(1), 40);
    parsed.keep(item(2), 40);
    assertThat(parsed.find(1)).isPresent();
    parsed.keep(item(3), 40);
    assertThat(parsed.find(1)).isPresent();
    assertThat(parsed.find(2)).isEmpty();
    assertThat(parsed.find(3)).isPresent();
  }

  @Test
  void an_item_kept_twice_counts_once() {
    parsed.keep(item(1), 60);
    parsed.keep(item(2), 40);
    parsed.keep(item(1), 60);
    assertThat(parsed.size()).isEqualTo(2);
  }

  @Test
  void an_item_larger_than_everything_is_not_kept() {
    parsed.keep(item(1), 40);
    parsed.keep(item(2), 101);
    assertThat(parsed.size()).isZero();
    parsed.keep(item(3), 100);
    assertThat(parsed.size()).isEqualTo(1);
  }

  private static PublishedItem item(long sequence) {
    return anItem().published(sequence, Instant.EPOCH);
  }
}
