package org.regionwire.digest.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.mail.Outcome;
import org.regionwire.digest.mail.Outcome.Kind;

class BreakerTest {
  private static final Instant NOW = Instant.parse("2026-03-03T07:00:00Z");
  private static final Outcome REFUSED = new Outcome(Kind.REJECTED, "550 5.7.1 blocked");
  private static final Outcome LATER = new Outcome(Kind.DEFERRED, "450 4.2.0 greylisted");
  private static final Outcome TAKEN = new Outcome(Kind.ACCEPTED, "250 ok");
  private static final Outcome UNKNOWN = new Outcome(Kind.REJECTED, "550 5.1.1 no such user");

  private final Breaker breaker = new Breaker();

  @Test
  void three_refusals_in_a_row_hold_the_destination_for_an_hour() {
    assertThat(breaker.heard("a.org", REFUSED, NOW)).isEmpty();
    assertThat(breaker.heard("a.org", TAKEN, NOW)).isEmpty();
    assertThat(breaker.heard("a.org", REFUSED, NOW)).isEmpty();
    assertThat(breaker.heard("a.org", REFUSED, NOW)).isEmpty();
    var held = breaker.heard("a.org", REFUSED, NOW).orElseThrow();
    assertThat(held.scope()).isEqualTo(Scope.DESTINATION);
    assertThat(held.name()).isEqualTo("a.org");
    assertThat(held.until()).isEqualTo(NOW.plus(Duration.ofHours(1)));
  }

  @Test
  void twenty_refusals_wherever_they_come_from_hold_everything() {
    for (int i = 0; i < Breaker.EVERYWHERE - 1; i++) {
      assertThat(breaker.heard("domain" + i + ".org", REFUSED, NOW)).isEmpty();
    }
    var held = breaker.heard("last.org", REFUSED, NOW).orElseThrow();
    assertThat(held.scope()).isEqualTo(Scope.ALL);
  }

  @Test
  void a_reader_who_is_not_known_there_holds_nothing() {
    for (int i = 0; i < 50; i++) {
      assertThat(breaker.heard("a.org", UNKNOWN, NOW)).isEmpty();
    }
    assertThat(breaker.rests("a.org", NOW)).isEmpty();
  }

  @Test
  void a_destination_that_defers_rests_longer_each_time_until_it_takes_something() {
    heard(LATER, 4);
    assertThat(breaker.rests("a.org", NOW)).isEmpty();
    heard(LATER, 1);
    assertThat(breaker.rests("a.org", NOW)).contains(NOW.plus(Duration.ofMinutes(1)));
    assertThat(breaker.rests("b.org", NOW)).isEmpty();
    heard(LATER, 5);
    assertThat(breaker.rests("a.org", NOW)).contains(NOW.plus(Duration.ofMinutes(2)));
    assertThat(breaker.rests("a.org", NOW.plus(Duration.ofMinutes(2)))).isEmpty();
    heard(TAKEN, 1);
    assertThat(breaker.rests("a.org", NOW)).isEmpty();
  }

  @Test
  void when_nobody_takes_anything_everything_rests() {
    for (int i = 0; i < Breaker.EVERYWHERE; i++) {
      breaker.heard("domain" + i + ".org", LATER, NOW);
    }
    assertThat(breaker.rests("other.org", NOW)).isPresent();
  }

  private void heard(Outcome outcome, int times) {
    for (int i = 0; i < times; i++) {
      breaker.heard("a.org", outcome, NOW);
    }
  }
}
