package org.regionwire.digest.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final long NOW = 1_000_000_000_000L;
  private static final String THERE = "example.org";

  @Test
  void a_seconds_worth_goes_at_once_and_the_rest_one_after_the_other() {
    var pace = new Pace(10);
    for (int i = 0; i < 10; i++) {
      assertThat(pace.wait(THERE, NOW)).isZero();
    }
    assertThat(pace.wait(THERE, NOW)).isEqualTo(millis(100));
    assertThat(pace.wait(THERE, NOW)).isEqualTo(millis(200));
    assertThat(pace.wait(THERE, NOW + millis(1_200))).isZero();
  }

  @Test
  void each_destination_has_its_own() {
    var pace = new Pace(1);
    pace.wait(THERE, NOW);
    assertThat(pace.wait(THERE, NOW)).isPositive();
    assertThat(pace.wait("example.net", NOW)).isZero();
  }

  @Test
  void after_a_silence_there_is_a_seconds_worth_and_no_more() {
    var pace = new Pace(10);
    pace.wait(THERE, NOW);
    long later = NOW + TimeUnit.HOURS.toNanos(1);
    for (int i = 0; i < 10; i++) {
      assertThat(pace.wait(THERE, later)).isZero();
    }
    assertThat(pace.wait(THERE, later)).isPositive();
  }

  @Test
  void who_is_far_back_comes_again_when_it_is_time_each_at_another() {
    var pace = new Pace(10);
    long last = 0;
    for (int i = 0; i < 200; i++) {
      long wait = pace.wait(THERE, NOW);
      assertThat(wait).isGreaterThanOrEqualTo(last);
      last = wait;
    }
    assertThat(last).isBetween(millis(18_500), millis(19_500));
    assertThat(pace.wait(THERE, NOW + millis(11_000)))
        .as("nobody has taken the turns that were too far away")
        .isZero();
  }

  @Test
  void without_a_limit_nobody_waits() {
    var pace = new Pace(0);
    for (int i = 0; i < 1000; i++) {
      assertThat(pace.wait(THERE, NOW)).isZero();
    }
  }

  private static long millis(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
