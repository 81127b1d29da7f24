package org.regionwire.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regionwire.news.EnrichedItem;

class UnderwayTest {
  private final Underway underway = new Underway();
  private final EnrichedItem first = anEvent("2007-10-09").build();
  private final EnrichedItem second = anEvent("2007-10-09T09:30").build();

  @Test
  void what_came_before_on_the_same_day_is_known_and_what_came_after_is_not() {
    accept(first, anEvent("2007-10-10").build(), anItem().build(), second);
    assertThat(underway.before(first)).isEmpty();
    assertThat(underway.before(second)).containsExactly(first);
    assertThat(underway.before(anEvent("2007-10-09").build())).containsExactly(first, second);
  }

  @Test
  void what_is_archived_is_under_way_no_more() {
    accept(first, second);
    underway.remove(first);
    assertThat(underway.before(second)).isEmpty();
  }

  @Test
  void an_embargoed_event_is_told_to_nobody() {
    accept(anEvent("2007-10-09").publishingAt(Instant.parse("2099-01-01T00:00:00Z")).build());
    assertThat(underway.before(first)).isEmpty();
  }

  @Test
  void nothing_grows_when_nobody_tells_what_was_archived() {
    for (int i = 0; i < 2_000; i++) {
      accept(anEvent("2007-10-09").build());
    }
    assertThat(underway.before(second)).hasSizeLessThan(1_000);
  }

  private void accept(EnrichedItem... items) {
    List.of(items).forEach(underway::add);
  }
}
