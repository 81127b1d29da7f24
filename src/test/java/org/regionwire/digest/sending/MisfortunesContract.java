package org.regionwire.digest.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.DigestFixture;
import org.regionwire.digest.Tray;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;

/** What becomes of a letter when its server or its sender fails, on either database. */
abstract class MisfortunesContract extends DigestFixture {
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
    desk.clock.passes(Outbox.LONGEST);
    desk.works();
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.clock.passes(
        Duration.ofSeconds(50).minus(Outbox.LONGEST)); // ten more until the sweep comes
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
          desk.clock.passes(LetterSending.LEASE);
          assertThat(desk.sweep.lost(desk.clock.instant())).containsExactly(id);
          desk.sending.send(id);
          return new Outcome(Outcome.Kind.REJECTED, "too late");
        });
    desk.sending.send(id);
    desk.worksFor(Duration.ofDays(2));
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
      desk.clock.passes(Duration.ofHours(3 + random.nextInt(9)));
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
