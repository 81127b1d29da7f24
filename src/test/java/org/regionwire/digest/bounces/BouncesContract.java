package org.regionwire.digest.bounces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.archive.Database;
import org.regionwire.digest.Desk;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.bounces.Bounces.Verdict;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outcome;
import org.regionwire.digest.mail.ReturnAddresses;
import org.regionwire.digest.mail.returned.Returned;
import org.regionwire.digest.mail.returned.Returned.Kind;
import org.regionwire.digest.mail.returned.Status;
import org.regionwire.digest.operating.Acquaintance;

/** What follows from letters that come back; on each database. */
abstract class BouncesContract {
  private static final String ANN = "ann@example.org";
  private static final ReturnAddresses RETURNS =
      new ReturnAddresses("bounce+{letter}@wire.example.org", new Tokens(new byte[32])::seal);

  private final List<String> pauses = new ArrayList<>();
  private Database database;
  private Desk desk;
  private Bounces bounces;

  abstract Database open() throws Exception;

  @BeforeEach
  void begin() throws Exception {
    database = open();
    desk = new Desk(database);
    var rate = new BounceRate(database, pauses::add, 5, desk.clock);
    bounces = new Bounces(database, new Tokens(new byte[32]), desk.leaving, rate, desk.clock);
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void who_has_no_such_address_gets_no_more_letters() {
    var letter = aDigestTo(ANN);
    assertThat(bounces.take(failed(letter, 5, 1, 1))).isEqualTo(Verdict.DONE);
    assertThat(getsLetters()).isFalse();
    desk.asks(ANN, "regions", "malmo");
    assertThat(desk.tray.to(ANN)).as("nobody can ask for letters to it").hasSize(2);
  }

  @Test
  void what_ended_because_letters_came_back_does_not_begin_again_by_undo() {
    var letter = aDigestTo(ANN);
    bounces.take(failed(letter, 5, 1, 1));
    desk.leaving.undo(Desk.unsubscribeToken(letter));
    assertThat(getsLetters()).isFalse();
  }

  @Test
  void that_they_do_not_like_us_is_never_the_readers_fault() {
    for (int i = 0; i < 10; i++) {
      bounces.take(failed(aDigestTo(ANN), 5, 7, 1));
    }
    assertThat(getsLetters()).isTrue();
  }

  @Test
  void a_full_mailbox_is_given_a_few_days() {
    for (int day = 1; day <= 4; day++) {
      bounces.take(failed(aDigestTo(ANN), 5, 2, 2));
      assertThat(getsLetters()).as("day " + day).isTrue();
    }
    bounces.take(failed(aDigestTo(ANN), 5, 2, 2));
    assertThat(getsLetters()).isFalse();
  }

  @Test
  void soft_bounces_fade_away() {
    for (int i = 0; i < 8; i++) {
      bounces.take(failed(aDigestTo(ANN), 4, 2, 2));
      desk.clock.passes(Duration.ofDays(30));
    }
    assertThat(getsLetters()).isTrue();
  }

  @Test
  void the_same_told_many_times_counts_once() {
    var letter = aDigestTo(ANN);
    for (int i = 0; i < 10; i++) {
      bounces.take(failed(letter, 5, 2, 2));
    }
    assertThat(getsLetters()).isTrue();
  }

  @Test
  void who_complains_gets_no_more_letters_and_is_asked_nothing() {
    var letter = aDigestTo(ANN);
    var marks = RETURNS.in(letter.sender());
    var complaint = new Returned(Kind.COMPLAINT, marks, Optional.empty(), "abuse");
    assertThat(bounces.take(complaint)).isEqualTo(Verdict.DONE);
    assertThat(bounces.take(complaint)).isEqualTo(Verdict.DONE);
    assertThat(getsLetters()).isFalse();
    int before = desk.tray.to(ANN).size();
    desk.asks(ANN, "regions", "malmo");
    assertThat(desk.tray.to(ANN)).hasSize(before);
  }

  @Test
  void a_mail_to_the_address_in_the_header_ends_letters_and_can_be_undone() {
    var letter = aDigestTo(ANN);
    var marks = RETURNS.in(letter.headers().get("List-Unsubscribe"));
    var leave = new Returned(Kind.LEAVE, marks, Optional.empty(), "unsubscribe");
    assertThat(bounces.take(leave)).isEqualTo(Verdict.DONE);
    assertThat(bounces.take(leave)).isEqualTo(Verdict.DONE);
    assertThat(getsLetters()).isFalse();
    desk.leaving.undo(Desk.unsubscribeToken(letter));
    assertThat(getsLetters()).isTrue();
  }

  @Test
  void out_of_office_does_nothing() {
    var letter = aDigestTo(ANN);
    var marks = RETURNS.in(letter.sender());
    bounces.take(new Returned(Kind.AUTOMATIC, marks, Optional.empty(), "out of office"));
    assertThat(getsLetters()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FAILED", "COMPLAINT", "LEAVE", "UNCLEAR"})
  void what_nobody_can_be_found_for_is_for_a_person_to_read(Kind kind) {
    aDigestTo(ANN);
    var unknown = new Returned(kind, List.of(), Optional.of(new Status(5, 1, 1)), "550");
    assertThat(bounces.take(unknown)).isEqualTo(Verdict.UNCLEAR);
    assertThat(getsLetters()).isTrue();
  }

  @Test
  void of_who_is_erased_nothing_is_known() {
    var letter = aDigestTo(ANN);
    desk.management.erase(Desk.manageToken(letter));
    assertThat(bounces.take(failed(letter, 5, 1, 1))).isEqualTo(Verdict.DONE);
    var marks = RETURNS.in(letter.headers().get("List-Unsubscribe"));
    bounces.take(new Returned(Kind.COMPLAINT, marks, Optional.empty(), ""));
    bounces.take(new Returned(Kind.LEAVE, marks, Optional.empty(), ""));
    assertThat(getsLetters()).isFalse();
  }

  @Test
  void the_operator_sees_the_letters_of_an_address_without_the_address_and_can_allow_it_again() {
    var operator = new Acquaintance(database, new Tokens(new byte[32]), desk.clock);
    var letter = aDigestTo(ANN);
    var marks = RETURNS.in(letter.sender());
    var status = Optional.of(new Status(5, 1, 1));
    bounces.take(new Returned(Kind.FAILED, marks, status, "550 <Ann@Example.org> unknown"));
    var known = operator.of(ANN);
    assertThat(known.suppressed()).contains("bounced");
    assertThat(known.letters()).hasSize(2);
    assertThat(known.letters().get(0).returned()).startsWith("hard 5.1.1 550 <a…@e….org>");
    assertThat(operator.allow(ANN)).contains("bounced");
    assertThat(operator.allow(ANN)).isEmpty();
    desk.clock.passes(Duration.ofDays(1));
    desk.subscribes(ANN, "regions", "malmo");
    assertThat(getsLetters()).isTrue();
    assertThat(operator.of("nobody@example.org").letters()).isEmpty();
  }

  @Test
  void a_server_that_knows_no_such_address_is_believed_at_once() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().about("malmo"));
    desk.tray.next(
        (mail, arrived) -> new Outcome(Outcome.Kind.REJECTED, "550 5.1.1 no such user here"));
    desk.worksFor(Duration.ofDays(1));
    assertThat(getsLetters()).isFalse();
  }

  @Test
  void a_server_that_does_not_like_the_words_does_not_end_letters() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().about("malmo"));
    desk.tray.next((mail, arrived) -> new Outcome(Outcome.Kind.REJECTED, "554 5.7.1 spam"));
    desk.worksFor(Duration.ofDays(1));
    assertThat(getsLetters()).isTrue();
  }

  @Test
  void when_too_much_comes_back_sending_pauses_once() {
    var letters = new ArrayList<Mail>();
    for (int i = 0; i < BounceRate.LEAST + 1; i++) {
      desk.subscribes("p" + i + "@example.org", "regions", "malmo");
    }
    desk.publishes(anItem().about("malmo"));
    desk.worksFor(Duration.ofDays(1));
    for (int i = 0; i < BounceRate.LEAST + 1; i++) {
      letters.addAll(desk.digestsTo("p" + i + "@example.org"));
    }
    assertThat(letters).hasSize(BounceRate.LEAST + 1);
    for (var letter : letters.subList(0, BounceRate.LEAST - 1)) {
      bounces.take(failed(letter, 5, 7, 1));
    }
    desk.clock.passes(Duration.ofMinutes(1));
    assertThat(pauses).isEmpty();
    bounces.take(failed(letters.get(BounceRate.LEAST - 1), 5, 7, 1));
    assertThat(pauses).singleElement().asString().contains("came back");
    desk.clock.passes(Duration.ofMinutes(1));
    bounces.take(failed(letters.get(BounceRate.LEAST), 5, 7, 1));
    assertThat(pauses).as("what was before does not count again").hasSize(1);
  }

  private static Returned failed(Mail letter, int group, int subject, int detail) {
    var status = Optional.of(new Status(group, subject, detail));
    return new Returned(Kind.FAILED, RETURNS.in(letter.sender()), status, "said so");
  }

  private Mail aDigestTo(String email) {
    if (desk.digestsTo(email).isEmpty()) {
      desk.subscribes(email, "regions", "malmo");
    }
    int before = desk.digestsTo(email).size();
    desk.publishes(anItem().about("malmo"));
    desk.worksFor(Duration.ofDays(1));
    assertThat(desk.digestsTo(email)).hasSize(before + 1);
    return desk.lastTo(email);
  }

  private boolean getsLetters() {
    int before = desk.digestsTo(ANN).size();
    desk.publishes(anItem().about("malmo"));
    desk.worksFor(Duration.ofDays(1));
    return desk.digestsTo(ANN).size() > before;
  }
}
