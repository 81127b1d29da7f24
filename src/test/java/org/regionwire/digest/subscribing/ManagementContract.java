package org.regionwire.digest.subscribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Database;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.Desk;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.Subscription.State;

/** What a person can do by the links in letters, on either database. */
abstract class ManagementContract {
  private static final String ANN = "ann@example.org";
  private static final String BEN = "ben@example.org";

  private Database database;
  private Desk desk;
  private String token;

  abstract Database open();

  @BeforeEach
  void ann_has_had_a_letter() {
    database = open();
    desk = new Desk(database);
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.works("2026-03-03T07:00:00Z");
    token = Desk.manageToken(desk.lastTo(ANN));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_link_shows_what_someone_gets_for_thirty_days() {
    var own = desk.management.see(token).orElseThrow();
    assertThat(own.standing().address()).isEqualTo(ANN);
    assertThat(own.standing().in(State.ACTIVE)).hasSize(1);
    desk.clock.passes(Duration.ofDays(30));
    assertThat(desk.management.see(token)).isPresent();
    desk.clock.passes(Duration.ofSeconds(1));
    assertThat(desk.management.see(token)).isEmpty();
  }

  @Test
  void a_link_that_somebody_made_up_shows_nothing_and_changes_nothing() {
    String other = token.replaceFirst("\\.\\d+\\.\\d+\\.", ".0.99999999999.");
    for (String bad : List.of("", "x", "a.b.c.d", token + "x", token.substring(1), other)) {
      assertThat(desk.management.see(bad)).isEmpty();
      assertThat(desk.management.erase(bad)).isFalse();
      assertThat(desk.management.resume(bad)).isFalse();
      assertThat(desk.management.export(bad)).isEmpty();
    }
    assertThat(desk.management.see(token)).isPresent();
  }

  @Test
  void links_can_be_revoked_but_not_the_one_that_unsubscribes() {
    assertThat(desk.management.revokeLinks(token)).isTrue();
    assertThat(desk.management.see(token)).isEmpty();
    String unsubscribe = Desk.unsubscribeToken(desk.lastTo(ANN));
    assertThat(desk.leaving.unsubscribable(unsubscribe)).isPresent();
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-04T07:00:00Z");
    assertThat(desk.management.see(Desk.manageToken(desk.lastTo(ANN)))).isPresent();
  }

  @Test
  void a_changed_subscription_goes_on_where_it_was() {
    desk.publishes(anItem().titled("Second").about("oresund-region"));
    var wish = Desk.request(ANN, "regions", "oresund-region", "cadence", "weekly");
    assertThat(desk.management.change(token, onlyOne().id(), wish)).isTrue();
    assertThat(onlyOne().cadence()).isEqualTo(new Cadence(Cadence.Pace.WEEKLY, 1));
    desk.works("2026-03-04T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    desk.works("2026-03-09T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.lastTo(ANN).text()).contains("Second").doesNotContain("First");
  }

  @Test
  void nobody_changes_a_subscription_of_someone_else() {
    desk.subscribes(BEN, "regions", "malmo");
    var before = onlyOne();
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-04T07:00:00Z");
    String bens = Desk.manageToken(desk.lastTo(BEN));
    desk.management.end(bens, before.id());
    desk.management.change(bens, before.id(), Desk.request(BEN, "regions", "toronto"));
    assertThat(onlyOne().selection()).isEqualTo(before.selection());
  }

  @Test
  void another_time_and_language_hold_from_the_next_letter_on() {
    var wish = Desk.request(ANN, "time", "18:00", "zone", "America/Toronto", "format", "text");
    desk.management.choose(token, wish);
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.works("2026-03-04T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    desk.works("2026-03-04T23:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.lastTo(ANN).html()).isEmpty();
  }

  @Test
  void who_pauses_gets_nothing_until_then_and_then_everything() {
    assertThat(desk.management.pause(token, LocalDate.parse("2026-03-10"))).isTrue();
    for (int day = 0; day < 5; day++) {
      desk.publishes(anItem().titled("Day " + day + ".").about("malmo"));
      desk.worksFor(Duration.ofDays(1));
    }
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    desk.worksFor(Duration.ofDays(3));
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.lastTo(ANN).text()).contains("Day 0.", "Day 4.");
  }

  @Test
  void a_pause_can_be_ended() {
    desk.management.pause(token, LocalDate.parse("2027-03-10"));
    desk.management.resume(token);
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-04T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(2);
  }

  @Test
  void everything_that_is_kept_can_be_had() {
    Map<String, Object> all = desk.management.export(token).orElseThrow();
    assertThat(all.toString())
        .contains(ANN, "Europe/Stockholm", "malmo", "192.0.2.0/24", "198.51.100.0/24", "250 ok")
        .contains("confirmation", "digest", "item_id");
  }

  @Test
  void who_is_erased_leaves_nothing_but_a_hash_and_can_come_back() {
    String unsubscribe = Desk.unsubscribeToken(desk.lastTo(ANN));
    assertThat(desk.management.erase(token)).isTrue();
    assertThat(desk.management.erase(token)).isFalse();
    assertThat(desk.management.see(token)).isEmpty();
    assertThat(desk.leaving.unsubscribable(unsubscribe)).isEmpty();
    assertThat(desk.leaving.isForgotten(unsubscribe)).isTrue();
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("Third").about("malmo"));
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.lastTo(ANN).text()).contains("Third").doesNotContain("Second");
  }

  @Test
  void unsubscribing_can_be_undone_for_two_weeks_and_nothing_is_missed() {
    String unsubscribe = Desk.unsubscribeToken(desk.lastTo(ANN));
    desk.leaving.unsubscribe(unsubscribe);
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.worksFor(Duration.ofDays(13));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.leaving.undo(unsubscribe).orElseThrow().in(State.ACTIVE)).hasSize(1);
    desk.worksFor(Duration.ofDays(1));
    assertThat(desk.lastTo(ANN).text()).contains("Second");
    desk.leaving.unsubscribe(unsubscribe);
    desk.clock.passes(Duration.ofDays(15));
    assertThat(desk.leaving.undo(unsubscribe).orElseThrow().in(State.ACTIVE)).isEmpty();
  }

  @Test
  void what_a_change_has_replaced_is_not_brought_back_by_undoing() {
    desk.management.change(token, onlyOne().id(), Desk.request(ANN, "regions", "toronto"));
    String unsubscribe = Desk.unsubscribeToken(desk.lastTo(ANN));
    desk.clock.passes(Duration.ofHours(1));
    desk.leaving.unsubscribe(unsubscribe);
    var back = desk.leaving.undo(unsubscribe).orElseThrow().in(State.ACTIVE);
    assertThat(back).hasSize(1);
    assertThat(back.get(0).selection().regions()).containsExactly("toronto");
  }

  @Test
  void who_has_no_letter_at_hand_gets_the_links_once_a_day_and_a_stranger_gets_nothing() {
    desk.leaving.remind("Ann@Example.org").forEach(desk.sending::send);
    desk.leaving.remind(ANN).forEach(desk.sending::send);
    desk.leaving.remind(BEN).forEach(desk.sending::send);
    assertThat(desk.tray.to(BEN)).isEmpty();
    assertThat(desk.tray.to(ANN)).hasSize(3);
    assertThat(desk.management.see(Desk.manageToken(desk.lastTo(ANN)))).isPresent();
    desk.clock.passes(Duration.ofDays(1));
    assertThat(desk.leaving.remind(ANN)).hasSize(1);
  }

  @Test
  void who_has_left_is_forgotten_after_the_time_to_undo_and_a_month() {
    String unsubscribe = Desk.unsubscribeToken(desk.lastTo(ANN));
    desk.leaving.unsubscribe(unsubscribe);
    desk.clock.passes(Duration.ofDays(44));
    desk.sweep.forget(desk.clock.instant());
    assertThat(desk.leaving.unsubscribable(unsubscribe)).isPresent();
    desk.clock.passes(Duration.ofSeconds(1));
    desk.sweep.forget(desk.clock.instant());
    assertThat(desk.leaving.unsubscribable(unsubscribe)).isEmpty();
    assertThat(desk.leaving.isForgotten(unsubscribe)).isTrue();
  }

  private Subscription onlyOne() {
    var active = desk.management.see(token).orElseThrow().standing().in(State.ACTIVE);
    assertThat(active).hasSize(1);
    return active.get(0);
  }
}
