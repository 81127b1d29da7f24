package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.news.MovingClock;

class Utf8OfferTest {
  private final MovingClock clock = new MovingClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final Deque<Optional<Boolean>> answers = new ArrayDeque<>();
  private int asked;

  private final Utf8Offer offer = new Utf8Offer(clock, this::ask);

  private boolean ask() throws MessagingException {
    asked++;
    return answers.remove().orElseThrow(() -> new MessagingException("away"));
  }

  @Test
  void the_server_is_asked_again_now_and_then() {
    answers.addAll(List.of(Optional.of(true), Optional.of(false)));
    assertThat(offer.whyNot()).isEmpty();
    clock.passes(Duration.ofMinutes(9).toSeconds());
    assertThat(offer.whyNot()).isEmpty();
    assertThat(asked).isEqualTo(1);
    clock.passes(Duration.ofMinutes(2).toSeconds());
    assertThat(offer.whyNot()).hasValueSatisfying(why -> assertThat(why).contains("SMTPUTF8"));
  }

  @Test
  void a_server_that_is_away_is_asked_again_soon() {
    answers.addAll(List.of(Optional.empty(), Optional.of(true)));
    assertThat(offer.whyNot()).hasValueSatisfying(why -> assertThat(why).contains("just now"));
    assertThat(offer.whyNot()).isPresent();
    assertThat(asked).isEqualTo(1);
    clock.passes(Duration.ofMinutes(2).toSeconds());
    assertThat(offer.whyNot()).isEmpty();
  }

  @Test
  void what_a_letter_on_its_way_heard_counts() {
    offer.heard(false);
    assertThat(offer.whyNot()).isPresent();
    offer.heard(true);
    assertThat(offer.whyNot()).isEmpty();
    assertThat(asked).isZero();
  }
}
