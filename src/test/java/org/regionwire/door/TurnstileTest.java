package org.regionwire.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.regionwire.news.MovingClock;

class TurnstileTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-03T07:00:00Z"));
  private final Turnstile turnstile = new Turnstile(Duration.ofHours(1), clock);

  private void pass(String who, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(turnstile.pass(who, 30)).isEmpty();
    }
  }

  @Test
  void all_at_once_then_as_they_come_back_and_each_for_himself() {
    pass("ann", 30);
    assertThat(turnstile.pass("ann", 30)).contains(Duration.ofMinutes(2));
    pass("ben", 1);
    clock.passes(120);
    pass("ann", 1);
    assertThat(turnstile.pass("ann", 30)).isPresent();
    clock.passes(86_400);
    pass("ann", 30);
    assertThat(turnstile.pass("ann", 30)).isPresent();
  }

  @Test
  void a_clock_that_is_set_back_gives_nothing_away() {
    pass("ann", 30);
    clock.passes(-3600);
    assertThat(turnstile.pass("ann", 30)).isPresent();
  }

  @Test
  void zero_is_no_limit() {
    for (int i = 0; i < 1000; i++) {
      assertThat(turnstile.pass("ann", 0)).isEmpty();
    }
  }

  @Test
  void who_must_wait_is_told_whole_seconds() {
    assertThat(Rates.seconds(Duration.ofNanos(1))).isEqualTo(1);
    assertThat(Rates.seconds(Duration.ofMillis(1500))).isEqualTo(2);
    assertThat(Rates.seconds(Duration.ofSeconds(2))).isEqualTo(2);
  }
}
