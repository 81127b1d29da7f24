package org.regionwire.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Database;
import org.regionwire.news.MovingClock;

/** What is counted, whatever database keeps it. */
abstract class TallyContract {
  private static final Instant NOW = Instant.parse("2026-03-03T07:59:59Z");
  private static final long HOUR = 3_600;

  private final MovingClock clock = new MovingClock(NOW);
  private Database database;

  abstract Database open();

  @BeforeEach
  void begin() {
    database = open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Tally tally() {
    return new Tally(database, clock);
  }

  @Test
  void nodes_add_to_the_same_hour() {
    var one = tally();
    var other = tally();
    one.taken();
    one.keep();
    one.keep();
    other.taken();
    other.refused();
    other.keep();
    var hour = tally().hours(NOW).firstEntry().getValue();
    assertThat(hour.of(Counted.TAKEN)).isEqualTo(2);
    assertThat(hour.of(Counted.REFUSED)).isOne();
    assertThat(one.total(Counted.TAKEN)).isOne();
  }

  @Test
  void an_hour_without_anything_is_an_hour_and_days_add_up() {
    var tally = tally();
    tally.taken();
    clock.passes(2 * HOUR);
    tally.taken();
    tally.keep();
    assertThat(tally.hours(NOW).values())
        .extracting(hour -> hour.of(Counted.TAKEN))
        .containsExactly(1L, 0L, 1L);
    assertThat(tally.days(NOW).values())
        .extracting(day -> day.of(Counted.TAKEN))
        .containsExactly(2L);
  }

  @Test
  void what_the_database_did_not_take_is_kept_for_the_next_time() {
    var tally = tally();
    tally.taken();
    database.write(handle -> handle.execute("alter table tally rename to away"));
    assertThatThrownBy(tally::keep).isInstanceOf(RuntimeException.class);
    database.write(handle -> handle.execute("alter table away rename to tally"));
    tally.taken();
    tally.keep();
    assertThat(tally.hours(NOW).firstEntry().getValue().of(Counted.TAKEN)).isEqualTo(2);
  }

  @Test
  void old_hours_are_forgotten() {
    var tally = tally();
    tally.taken();
    tally.keep();
    clock.passes(101 * 24 * HOUR);
    tally.keep();
    assertThat(tally.hours(NOW).firstEntry().getValue().of(Counted.TAKEN)).isZero();
  }

  @Test
  void delays_of_many_add_up_to_one_figure() {
    var tally = tally();
    for (int i = 0; i < 90; i++) {
      tally.shown(Duration.ofMillis(15));
    }
    for (int i = 0; i < 10; i++) {
      tally.shown(Duration.ofDays(3));
    }
    tally.keep();
    var delays = tally.hours(NOW).firstEntry().getValue().delays();
    assertThat(delays.count()).isEqualTo(100);
    assertThat(delays.seconds(0.5).orElseThrow()).isBetween(0.01, 0.02);
    assertThat(delays.seconds(0.95).orElseThrow()).isGreaterThan(300);
    assertThat(delays.seconds(0.9).orElseThrow()).isCloseTo(0.02, within(0.0001));
  }
}
