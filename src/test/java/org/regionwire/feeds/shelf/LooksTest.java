package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.regionwire.news.Selection;

class LooksTest {
  private final AtomicLong ticks = new AtomicLong();
  private final AtomicInteger looked = new AtomicInteger();
  private final Looks looks = round();

  @Test
  void who_asks_for_the_same_shares_a_look() {
    var look = looks.after(0, Selection.ALL);
    assertThat(looks.after(0, Selection.ALL)).isSameAs(look);
    assertThat(looks.after(look.began() - 1, Selection.ALL)).isSameAs(look);
    assertThat(looks.after(0, Selection.region("malmo"))).isNotSameAs(look);
    assertThat(looked).hasValue(2);
  }

  @Test
  void who_shows_something_younger_looks_again() {
    var early = looks.after(0, Selection.ALL);
    var late = round().after(0, Selection.ALL);
    var again = looks.after(late.ended(), Selection.ALL);
    assertThat(again.began()).isGreaterThan(late.ended());
    assertThat(looks.after(0, Selection.ALL)).isSameAs(early);
  }

  @Test
  void who_shows_what_was_looked_up_meanwhile_looks_again() {
    var look = looks.after(0, Selection.ALL);
    assertThat(looks.after(look.began(), Selection.ALL)).isNotSameAs(look);
  }

  private Looks round() {
    return new Looks(
        ticks,
        selection -> {
          looked.incrementAndGet();
          return Latest.NOTHING;
        });
  }
}
