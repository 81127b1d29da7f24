package org.regionwire.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Database;
import org.regionwire.digest.Subscription.State;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;

/** What subscribers are promised, whatever database keeps the ledger. */
abstract class DigestContract {
  private static final String ANN = "ann@example.org";
  private static final String BEN = "ben@example.org";

  private Database database;
  private Desk desk;

  abstract Database open();

  @BeforeEach
  void open_an_empty_desk() {
    database = open();
    desk = new Desk(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_subscriber_gets_what_is_new_at_eight() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("A bridge").about("malmo"));
    desk.publishes(anItem().titled("A tower").about("toronto"));
    desk.works("2026-03-03T06:59:59Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.works("2026-03-03T07:00:00Z");
    var digest = desk.digestsTo(ANN).get(0);
    assertThat(digest.subject()).isEqualTo("Malmö: 1 new item");
    assertThat(digest.text()).contains("A bridge").doesNotContain("A tower");
    assertThat(digest.html().orElseThrow()).contains("A bridge");
  }

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
    desk.clock.pass(Duration.ofDays(1));
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
    desk.clock.pass(Duration.ofDays(2));
    assertThat(desk.subscriptions.subscribe(Desk.request(ANN, "regions", "malmo"), "")).hasSize(1);
    assertThat(desk.subscriptions.subscribe(Desk.request(BEN, "regions", "malmo"), "")).hasSize(1);
  }

  @Test
  void a_stranger_cannot_change_when_the_letter_comes() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.clock.pass(Duration.ofHours(1));
    desk.asks(ANN, "regions", "malmo", "time", "03:00");
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-03T06:00:00Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void the_newest_choice_of_time_holds_and_nothing_is_lost_by_it() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("Early").about("malmo"));
    desk.clock.pass(Duration.ofHours(1));
    desk.subscribes(ANN, "regions", "malmo", "time", "18:00");
    desk.publishes(anItem().titled("Late").about("malmo"));
    desk.works("2026-03-02T17:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("Early", "Late");
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void one_letter_for_all_subscriptions_has_each_item_once_with_its_labels() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.subscribes(ANN, "regions", "oresund-region", "kind", "news");
    desk.publishes(anItem().titled("Bridge opens").about("malmo", "oresund-region"));
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text())
        .containsOnlyOnce("Bridge opens")
        .contains("For: Malmö, Øresund Region");
    assertThat(desk.lastTo(ANN).subject()).isEqualTo("Malmö, Øresund Region: 1 new item");
  }

  @Test
  void news_from_before_the_subscription_are_not_sent() {
    desk.publishes(anItem().about("malmo"));
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("Mine").about("malmo"));
    desk.publishes(anItem().titled("Not mine").about("toronto"));
    desk.subscribes(ANN, "regions", "toronto");
    desk.publishes(anItem().titled("Now mine").about("toronto"));
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.lastTo(ANN).text()).contains("Mine", "Now mine").doesNotContain("Not mine");
  }

  @Test
  void nothing_new_means_no_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().about("toronto"));
    desk.worksFor(Duration.ofDays(3));
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void what_expired_before_sending_is_not_in_the_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(
        anItem().about("malmo").expiringAt(Instant.parse("2026-03-03T07:00:30Z")).titled("Brief"));
    var ids = desk.plan.due(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(ids).hasSize(1);
    desk.clock.set(Instant.parse("2026-03-03T07:01:00Z"));
    ids.forEach(desk.sending::send);
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void what_was_withdrawn_before_sending_is_not_in_the_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    var item = desk.publishes(anItem().about("malmo").titled("Not so"));
    var ids = desk.plan.due(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(ids).hasSize(1);
    desk.withdraws(item);
    desk.clock.set(Instant.parse("2026-03-03T07:01:00Z"));
    ids.forEach(desk.sending::send);
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void after_an_outage_there_is_one_letter_with_everything() {
    desk.subscribes(ANN, "regions", "malmo");
    for (int day = 0; day < 5; day++) {
      desk.publishes(anItem().titled("Day " + day).about("malmo"));
      desk.clock.pass(Duration.ofDays(1));
    }
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("Day 0", "Day 1", "Day 2", "Day 3", "Day 4");
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void planning_twice_plans_once() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    var morning = Instant.parse("2026-03-03T07:00:00Z");
    assertThat(desk.plan.due(morning)).hasSize(1);
    assertThat(desk.plan.due(morning)).isEmpty();
  }

  @Test
  void sending_twice_sends_once() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var id = desk.plan.due(desk.clock.instant()).get(0);
    desk.sending.send(id);
    desk.sending.send(id);
    desk.sending.send("no such letter");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void many_senders_of_one_letter_send_it_once() throws Exception {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var id = desk.plan.due(desk.clock.instant()).get(0);
    Callable<Boolean> sender =
        () -> {
          desk.sending.send(id);
          return true;
        };
    var threads = Executors.newFixedThreadPool(4);
    for (var done : threads.invokeAll(List.of(sender, sender, sender, sender))) {
      assertThat(done.get()).isTrue();
    }
    threads.shutdown();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void a_lost_reminder_is_found_by_the_sweep() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var planned = desk.plan.due(desk.clock.instant());
    assertThat(desk.sweep.lost(desk.clock.instant())).isEmpty();
    desk.clock.pass(Duration.ofMinutes(1));
    assertThat(desk.sweep.lost(desk.clock.instant())).isEqualTo(planned);
    assertThat(desk.sweep.lost(desk.clock.instant())).isEmpty();
  }

  @Test
  void what_someone_waits_for_is_found_apart_from_the_digests() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var digests = desk.plan.due(desk.clock.instant());
    var asked = desk.subscriptions.subscribe(Desk.request("ben@example.org"), "");
    desk.clock.pass(Duration.ofMinutes(1));
    assertThat(desk.sweep.lostOnesAskedFor(desk.clock.instant())).isEqualTo(asked);
    assertThat(desk.sweep.lostOnesAskedFor(desk.clock.instant())).isEmpty();
    assertThat(desk.sweep.lost(desk.clock.instant())).isEqualTo(digests);
  }

  @Test
  void a_deferred_letter_goes_out_later_with_the_same_id() {
    desk.subscribes(ANN);
    desk.publishes(anItem().titled("A bridge").about("malmo"));
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.works("2026-03-03T07:00:00Z");
    desk.works("2026-03-03T07:00:59Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.works("2026-03-03T07:01:00Z");
    desk.works("2026-03-03T07:03:00Z");
    desk.worksFor(Duration.ofDays(1));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void a_letter_deferred_for_days_becomes_one_letter_with_everything() {
    desk.subscribes(ANN);
    for (int i = 0; i < 60; i++) {
      desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    }
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.worksFor(Duration.ofHours(26));
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.worksFor(Duration.ofDays(4));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).containsOnlyOnce("First").containsOnlyOnce("Second");
  }

  @Test
  void what_was_rejected_is_in_the_next_letter() {
    desk.subscribes(ANN);
    desk.tray.nextAnswers(Outcome.Kind.REJECTED);
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.works("2026-03-03T07:00:00Z");
    desk.worksFor(Duration.ofHours(20));
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.worksFor(Duration.ofHours(20));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("First");
  }

  @Test
  void who_dies_before_the_first_byte_loses_nothing() {
    diesOnce(Tray.KILLED_BEFORE);
    desk.works();
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void a_letter_whose_sender_died_goes_out_within_a_minute_but_not_while_it_may_still_be_sent() {
    diesOnce(Tray.KILLED_BEFORE);
    desk.clock.pass(Outbox.LONGEST);
    desk.works();
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.clock.pass(Duration.ofSeconds(50).minus(Outbox.LONGEST)); // ten more until the sweep comes
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void who_dies_after_the_last_byte_costs_one_duplicate_with_the_same_message_id() {
    diesOnce(Tray.KILLED_AFTER);
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.digestsTo(ANN)).extracting(Mail::messageId).containsOnly(messageId());
  }

  @Test
  void a_letter_that_may_have_gone_out_is_not_planned_again_beside_it() {
    diesOnce(Tray.KILLED_AFTER);
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.clock.set(Instant.parse("2026-03-04T07:00:00Z"));
    assertThat(desk.plan.due(desk.clock.instant())).isEmpty();
    desk.works();
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(3);
    assertThat(desk.lastTo(ANN).text()).contains("Second").doesNotContain("First");
  }

  @Test
  void an_answer_that_got_lost_costs_one_duplicate_with_the_same_message_id() {
    desk.tray.next(
        (mail, arrived) -> {
          arrived.add(mail);
          return new Outcome(Outcome.Kind.ACCEPTED, "");
        });
    desk.subscribes(ANN);
    desk.tray.next(
        (mail, arrived) -> {
          arrived.add(mail);
          return new Outcome(Outcome.Kind.UNCERTAIN, "connection reset");
        });
    desk.publishes(anItem().about("malmo"));
    desk.works("2026-03-03T07:00:00Z");
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.digestsTo(ANN)).extracting(Mail::messageId).containsOnly(messageId());
  }

  @Test
  void a_slow_sender_whose_lease_ended_does_not_settle_for_another() {
    desk.subscribes(ANN);
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var id = desk.plan.due(desk.clock.instant()).get(0);
    desk.tray.next(
        (mail, arrived) -> {
          desk.clock.pass(LetterSending.LEASE);
          assertThat(desk.sweep.lost(desk.clock.instant())).containsExactly(id);
          desk.sending.send(id);
          return new Outcome(Outcome.Kind.REJECTED, "too late");
        });
    desk.sending.send(id);
    desk.worksFor(Duration.ofDays(2));
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
    desk.clock.pass(Duration.ofDays(3));
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
    desk.clock.pass(Duration.ofDays(7));
    desk.sweep.forget(desk.clock.instant());
    assertThat(desk.subscriptions.confirmable(token)).isPresent();
    desk.clock.pass(Duration.ofSeconds(1));
    desk.sweep.forget(desk.clock.instant());
    assertThat(desk.subscriptions.confirmable(token)).isEmpty();
    assertThat(desk.subscriptions.confirm(token, "")).isEmpty();
  }

  @Test
  void each_gets_the_letter_at_home_time() {
    desk.subscribes(ANN, "zone", "Europe/Stockholm");
    desk.subscribes(BEN, "zone", "America/Toronto", "time", "07:30");
    desk.publishes(anEvent("2026-10-09").about("toronto"));
    desk.works("2026-03-02T12:30:00Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    assertThat(desk.digestsTo(BEN)).hasSize(1);
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void whatever_goes_wrong_no_item_is_missed_and_none_comes_in_two_letters() {
    desk.subscribes(ANN);
    long seed = System.nanoTime();
    var random = new Random(seed);
    var titles = new ArrayList<String>();
    for (int step = 0; step < 150; step++) {
      for (int i = random.nextInt(3); i > 0; i--) {
        titles.add("Item number " + titles.size() + ".");
        desk.publishes(anItem().titled(titles.get(titles.size() - 1)).about("malmo"));
      }
      misfortune(random.nextInt(8));
      desk.clock.pass(Duration.ofHours(3 + random.nextInt(9)));
      worksOrDies();
    }
    desk.tray.everythingGoesWell();
    desk.worksFor(Duration.ofDays(4));
    var letters = desk.digestsTo(ANN);
    for (String title : titles) {
      var with = letters.stream().filter(mail -> mail.text().contains(title)).toList();
      assertThat(with).as("seed %s: %s", seed, title).isNotEmpty();
      assertThat(with.stream().map(Mail::messageId).distinct()).as("seed %s", seed).hasSize(1);
    }
  }

  private void misfortune(int which) {
    switch (which) {
      case 0 -> desk.tray.next(Tray.KILLED_BEFORE);
      case 1 -> desk.tray.next(Tray.KILLED_AFTER);
      case 2 -> desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
      case 3 -> desk.tray.nextAnswers(Outcome.Kind.UNCERTAIN);
      case 4 -> desk.plan.due(desk.clock.instant());
      default -> {}
    }
  }

  private void worksOrDies() {
    try {
      desk.works();
    } catch (Tray.Killed killed) {
      assertThat(killed).isNotNull();
    }
  }

  private void diesOnce(Tray.Fate fate) {
    desk.subscribes(ANN);
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var id = desk.plan.due(desk.clock.instant()).get(0);
    desk.tray.next(fate);
    assertThatThrownBy(() -> desk.sending.send(id)).isInstanceOf(Tray.Killed.class);
    desk.sending.send(id);
  }

  private String messageId() {
    return desk.digestsTo(ANN).get(0).messageId();
  }
}
