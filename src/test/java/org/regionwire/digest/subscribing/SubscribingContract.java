package org.regionwire.digest.subscribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.Desk;
import org.regionwire.digest.DigestFixture;
import org.regionwire.digest.Subscription.State;

/** How someone comes to have letters, and how they end, on either database. */
abstract class SubscribingContract extends DigestFixture {
  @Test
  void nobody_gets_a_digest_before_confirming() {
    desk.asks(ANN, "regions", "malmo");
    desk.publishes(anItem().about("malmo"));
    desk.worksFor(Duration.ofDays(3));
    assertThat(desk.tray.to(ANN)).hasSize(1);
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void looking_at_a_link_changes_nothing() {
    desk.asks(ANN);
    String confirm = Desk.confirmToken(desk.lastTo(ANN));
    assertThat(desk.subscriptions.confirmable(confirm).orElseThrow().in(State.PENDING)).hasSize(1);
    assertThat(desk.subscriptions.confirmable(confirm).orElseThrow().in(State.ACTIVE)).isEmpty();
    assertThat(desk.subscriptions.confirmable("x")).isEmpty();
    assertThat(desk.subscriptions.confirm("x", "")).isEmpty();
    assertThat(desk.leaving.unsubscribable(confirm)).isEmpty();
  }

  @Test
  void confirming_twice_is_the_same_as_once() {
    desk.asks(ANN);
    String token = Desk.confirmToken(desk.lastTo(ANN));
    var once = desk.subscriptions.confirm(token, "");
    assertThat(once.orElseThrow().in(State.ACTIVE)).hasSize(1);
    desk.publishes(anItem().about("malmo"));
    assertThat(desk.subscriptions.confirm(token, "")).isEqualTo(once);
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void an_address_gets_one_confirmation_letter_a_day() {
    desk.asks(ANN, "regions", "malmo");
    desk.asks("Ann@Example.org", "regions", "malmo");
    desk.asks(ANN, "regions", "toronto");
    assertThat(desk.tray.arrived).hasSize(1);
    desk.clock.passes(Duration.ofDays(1));
    desk.asks(ANN, "regions", "malmo");
    assertThat(desk.tray.arrived).hasSize(2);
  }

  @Test
  void one_link_confirms_all_that_was_asked_for() {
    desk.asks(ANN, "regions", "malmo");
    desk.asks(ANN, "regions", "toronto");
    var standing = desk.subscriptions.confirm(Desk.confirmToken(desk.lastTo(ANN)), "");
    assertThat(standing.orElseThrow().in(State.ACTIVE)).hasSize(2);
  }

  @Test
  void a_known_address_is_answered_like_an_unknown_one() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.clock.passes(Duration.ofDays(2));
    assertThat(desk.subscriptions.subscribe(Desk.request(ANN, "regions", "malmo"), "")).hasSize(1);
    assertThat(desk.subscriptions.subscribe(Desk.request(BEN, "regions", "malmo"), "")).hasSize(1);
  }

  @Test
  void a_stranger_cannot_change_when_the_letter_comes() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.clock.passes(Duration.ofHours(1));
    desk.asks(ANN, "regions", "malmo", "time", "03:00");
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-03T06:00:00Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void unsubscribing_ends_everything_at_once_and_for_good_however_often() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.subscribes(ANN, "regions", "toronto");
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-03T07:00:00Z");
    String token = Desk.unsubscribeToken(desk.lastTo(ANN));
    assertThat(desk.leaving.unsubscribable(token).orElseThrow().in(State.ACTIVE)).hasSize(2);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-04T08:00:00Z"));
    var planned = desk.plan.due(desk.clock.instant());
    var ended = desk.leaving.unsubscribe(token);
    assertThat(ended.orElseThrow().in(State.ENDED)).hasSize(2);
    planned.forEach(desk.sending::send);
    desk.worksFor(Duration.ofDays(30));
    assertThat(desk.leaving.unsubscribe(token)).isEqualTo(ended);
    assertThat(desk.leaving.unsubscribe("x")).isEmpty();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void an_old_confirmation_link_does_not_bring_back_who_unsubscribed() {
    desk.asks(ANN);
    String confirm = Desk.confirmToken(desk.lastTo(ANN));
    desk.subscriptions.confirm(confirm, "");
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-03T07:00:00Z");
    desk.leaving.unsubscribe(Desk.unsubscribeToken(desk.lastTo(ANN)));
    assertThat(desk.subscriptions.confirmable(confirm)).isEmpty();
    assertThat(desk.subscriptions.confirm(confirm, "")).isEmpty();
  }

  @Test
  void who_comes_back_gets_only_what_is_new_since() {
    desk.subscribes(ANN);
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.works("2026-03-03T07:00:00Z");
    String token = Desk.unsubscribeToken(desk.lastTo(ANN));
    desk.leaving.unsubscribe(token);
    desk.publishes(anItem().titled("Missed").about("malmo"));
    desk.clock.passes(Duration.ofDays(3));
    desk.subscribes(ANN);
    desk.publishes(anItem().titled("Back").about("malmo"));
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.lastTo(ANN).text()).contains("Back").doesNotContain("Missed");
    assertThat(desk.leaving.unsubscribe(token).orElseThrow().in(State.ACTIVE)).isEmpty();
  }

  @Test
  void who_never_confirms_is_forgotten_after_seven_days() {
    desk.asks(ANN);
    String token = Desk.confirmToken(desk.lastTo(ANN));
    desk.clock.passes(Duration.ofDays(7));
    desk.sweep.forget(desk.clock.instant());
    assertThat(desk.subscriptions.confirmable(token)).isPresent();
    desk.clock.passes(Duration.ofSeconds(1));
    desk.sweep.forget(desk.clock.instant());
    assertThat(desk.subscriptions.confirmable(token)).isEmpty();
    assertThat(desk.subscriptions.confirm(token, "")).isEmpty();
  }
}
