package org.regionwire.digest.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.digest.Desk;
import org.regionwire.digest.DigestFixture;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.Tray;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outcome;

/** Many letters at once, whatever database keeps the ledger. */
abstract class SendingContract extends DigestFixture {
  private static final String EIGHT = "2026-03-03T07:00:00Z";
  private static final Instant LONG_AGO = Instant.EPOCH;

  @Test
  void each_gets_one_letter_with_links_of_their_own() {
    subscribe(30, "example.org");
    desk.publishes(anItem().titled("A bridge").about("malmo"));
    desk.worksAtOnce(EIGHT);
    desk.worksAtOnce();
    assertThat(digests()).hasSize(30);
    assertThat(digests()).extracting(Mail::to).doesNotHaveDuplicates();
    assertThat(digests()).allSatisfy(mail -> assertThat(mail.text()).contains("A bridge"));
    for (var mail : digests()) {
      String token = Desk.unsubscribeToken(mail);
      assertThat(mail.text()).contains("/unsubscribe/" + token);
      assertThat(mail.html().orElseThrow()).contains("/unsubscribe/" + token);
      assertThat(desk.leaving.unsubscribable(token).orElseThrow().address()).isEqualTo(mail.to());
      assertThat(desk.management.see(Desk.manageToken(mail))).isPresent();
    }
  }

  @Test
  void who_dies_beside_others_leaves_one_letter_in_doubt() {
    subscribe(30, "example.org");
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse(EIGHT));
    var planned = desk.plan.due(desk.clock.instant());
    desk.tray.next(Tray.KILLED_AFTER);
    assertThatThrownBy(() -> desk.sending.send(planned)).isInstanceOf(Tray.Killed.class);
    desk.clock.passes(LetterSending.LEASE);
    assertThat(desk.sweep.lost(desk.clock.instant())).hasSize(1);
    assertThat(desk.operating.uncertain(10)).hasSize(1);
    desk.clock.passes(Duration.ofMinutes(2));
    desk.worksAtOnce();
    assertThat(digests()).hasSize(31);
    assertThat(digests().stream().map(Mail::messageId).distinct()).hasSize(30);
    var run = desk.operating.runs(LONG_AGO).get(0);
    assertThat(run.of("accepted")).isEqualTo(30);
    assertThat(run.unsure()).as("that may have come twice").isEqualTo(1);
  }

  /** A letter whose sender died before it let it go is sure not to have come. */
  @Test
  void what_was_only_leased_is_planned_again_and_not_in_doubt() {
    subscribe(3, "example.org");
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse(EIGHT));
    var planned = desk.plan.due(desk.clock.instant());
    var now = desk.clock.instant();
    var books = new JdbiBooks(database);
    var leased = books.write(open -> open.sending().lease(planned, now, now.plusSeconds(45)));
    assertThat(leased).hasSize(3);
    desk.sending.send(planned);
    assertThat(digests()).isEmpty();
    desk.clock.passes(Duration.ofSeconds(45));
    assertThat(desk.sweep.lost(desk.clock.instant())).hasSize(3);
    assertThat(desk.operating.uncertain(10)).isEmpty();
    desk.sending.send(planned);
    assertThat(digests()).hasSize(3);
  }

  /** Only tries of its own make a letter wait longer. */
  @Test
  void a_letter_in_doubt_goes_again_after_a_minute_however_often_a_sender_died_before_its_turn() {
    subscribe(1, "example.org");
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse(EIGHT));
    var planned = desk.plan.due(desk.clock.instant());
    var books = new JdbiBooks(database);
    for (int death = 0; death < 4; death++) {
      var now = desk.clock.instant();
      books.write(open -> open.sending().lease(planned, now, now.plusSeconds(45)));
      desk.clock.passes(Duration.ofSeconds(45));
      assertThat(desk.sweep.lost(desk.clock.instant())).hasSize(1);
    }
    desk.tray.nextAnswers(Outcome.Kind.UNCERTAIN);
    desk.sending.send(planned);
    assertThat(desk.operating.uncertain(10))
        .singleElement()
        .satisfies(
            doubt -> {
              assertThat(doubt.tries()).isOne();
              assertThat(doubt.next()).isEqualTo(desk.clock.instant().plusSeconds(60));
            });
    desk.clock.passes(Duration.ofSeconds(60));
    desk.sending.send(planned);
    assertThat(digests()).hasSize(1);
  }

  @Test
  void a_mistake_in_one_letter_does_not_hold_up_the_others() {
    subscribe(10, "example.org");
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse(EIGHT));
    var planned = desk.plan.due(desk.clock.instant());
    desk.tray.next(
        (mail, arrived) -> {
          throw new IllegalStateException("a mistake of ours");
        });
    assertThatThrownBy(() -> desk.sending.send(planned)).hasMessage("a mistake of ours");
    assertThat(digests()).hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "ALL, '', 0",
    "DESTINATION, example.org, 2",
    "SELECTION, malmo, 1",
    "RUN, 2026-03-03T07:00:00Z, 0"
  })
  void what_is_paused_waits_until_it_is_let_go(Scope scope, String name, int others) {
    subscribe(2, "example.org");
    desk.subscribes("zoe@example.net", "regions", "toronto");
    desk.subscribes("yan@example.net", "regions", "malmo");
    desk.publishes(anItem().about("malmo", "toronto"));
    desk.operating.pause(scope, name, "look at this first");
    desk.operating.pause(scope, name, "look at this first");
    desk.worksAtOnce(EIGHT);
    assertThat(digests()).hasSize(others);
    assertThat(desk.operating.waiting(LONG_AGO)).isEqualTo(4 - others);
    assertThat(desk.operating.pauses()).hasSize(1);
    desk.clock.passes(Duration.ofHours(5));
    desk.worksAtOnce();
    assertThat(digests()).hasSize(others);
    assertThat(desk.operating.resume(scope, name)).isTrue();
    assertThat(desk.operating.resume(scope, name)).isFalse();
    desk.worksAtOnce();
    assertThat(digests()).hasSize(4);
    assertThat(desk.operating.waiting(LONG_AGO)).isZero();
  }

  @Test
  void a_pause_stops_the_letters_that_are_leased_already() {
    subscribe(40, "example.org");
    desk.publishes(anItem().about("malmo"));
    desk.tray.next(
        (mail, arrived) -> {
          desk.operating.pause(Scope.ALL, "", "stop");
          arrived.add(mail);
          return new Outcome(Outcome.Kind.ACCEPTED, "");
        });
    desk.worksAtOnce(EIGHT);
    assertThat(digests()).hasSizeBetween(1, 30);
    desk.operating.resume(Scope.ALL, "");
    desk.worksAtOnce();
    desk.clock.passes(Duration.ofMinutes(1));
    desk.worksAtOnce();
    assertThat(digests()).hasSize(40);
  }

  @Test
  void refused_for_what_we_are_the_destination_is_held_and_no_reader_is_to_blame() {
    subscribe(12, "example.org");
    subscribe(3, "example.net");
    desk.publishes(anItem().about("malmo"));
    desk.tray.always(
        mail -> mail.to().endsWith("example.org"),
        new Outcome(Outcome.Kind.REJECTED, "550 5.7.1 blocked for its reputation"));
    desk.worksAtOnce(EIGHT);
    assertThat(desk.operating.pauses())
        .singleElement()
        .satisfies(
            pause -> {
              assertThat(pause.scope()).isEqualTo(Scope.DESTINATION);
              assertThat(pause.name()).isEqualTo("example.org");
              assertThat(pause.reason()).contains("5.7.1");
            });
    assertThat(desk.tray.refused).hasSizeBetween(3, 6);
    assertThat(digests()).hasSize(3);
    desk.tray.everythingGoesWell();
    desk.clock.passes(Duration.ofMinutes(50));
    desk.worksAtOnce();
    assertThat(digests()).hasSize(3);
    desk.clock.passes(Duration.ofHours(2));
    desk.worksAtOnce();
    assertThat(digests()).hasSize(15);
  }

  @Test
  void a_destination_that_defers_everything_rests() {
    subscribe(40, "example.org");
    desk.publishes(anItem().about("malmo"));
    desk.tray.always(mail -> true, new Outcome(Outcome.Kind.DEFERRED, "450 4.2.1 later"));
    desk.worksAtOnce(EIGHT);
    assertThat(desk.tray.refused).hasSizeBetween(5, 8);
    desk.tray.everythingGoesWell();
    desk.clock.passes(Duration.ofMinutes(2));
    desk.worksAtOnce();
    assertThat(digests()).hasSize(40);
  }

  @Test
  void what_is_in_doubt_is_for_the_operator_to_decide() {
    subscribe(2, "example.org");
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.tray.nextAnswers(Outcome.Kind.UNCERTAIN);
    desk.tray.nextAnswers(Outcome.Kind.UNCERTAIN);
    desk.worksAtOnce(EIGHT);
    var doubts = desk.operating.uncertain(10);
    assertThat(doubts).hasSize(2);
    assertThat(desk.operating.countAsSent(doubts.get(0).letter())).isTrue();
    assertThat(desk.operating.countAsSent(doubts.get(0).letter())).isFalse();
    assertThat(desk.operating.sendAgain(doubts.get(0).letter())).isFalse();
    assertThat(desk.operating.sendAgain(doubts.get(1).letter())).isTrue();
    desk.worksAtOnce();
    assertThat(digests()).hasSize(1);
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.worksAtOnce("2026-03-04T07:00:00Z");
    assertThat(digests()).hasSize(3);
    assertThat(digests().subList(1, 3))
        .allSatisfy(mail -> assertThat(mail.text()).contains("Second").doesNotContain("First"));
  }

  @Test
  void one_that_was_deferred_too_often_beside_a_later_item_says_both_once() {
    subscribe(3, "example.org");
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.worksAtOnce(EIGHT);
    assertThat(digests()).hasSize(2);
    var corrected = desk.publishes(anItem().titled("Second").about("malmo"));
    desk.withdraws(corrected);
    desk.clock.passes(Duration.ofMinutes(2));
    desk.worksAtOnce();
    assertThat(digests()).hasSize(3);
    assertThat(digests().get(2).text()).contains("First").doesNotContain("Second");
  }

  private void subscribe(int count, String domain) {
    IntStream.range(0, count)
        .forEach(i -> desk.subscribes("reader" + i + "@" + domain, "regions", "malmo"));
  }

  private List<Mail> digests() {
    return List.copyOf(desk.tray.arrived).stream()
        .filter(mail -> mail.headers().containsKey("List-Unsubscribe"))
        .toList();
  }
}
