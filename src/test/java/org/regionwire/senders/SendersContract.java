package org.regionwire.senders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Database;
import org.regionwire.news.MovingClock;

/** Tokens, whatever database keeps them. */
abstract class SendersContract {
  private static final Instant NOW = Instant.parse("2026-03-03T07:00:00Z");

  private final MovingClock clock = new MovingClock(NOW);
  private Database database;
  private Issuing issuing;
  private Senders senders;

  abstract Database open();

  @BeforeEach
  void open_without_a_token() {
    database = open();
    issuing = new Issuing(database, clock, new SecureRandom());
    senders = senders();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Senders senders() {
    return new Senders(database, "newsroom", "the submit token"::equals, clock);
  }

  private String issue(String name, String... regions) {
    String token = issuing.issue(name, List.of(regions), 0, Optional.empty());
    senders.refresh();
    return token;
  }

  private Issued only() {
    assertThat(issuing.all()).hasSize(1);
    return issuing.all().get(0);
  }

  @Test
  void a_token_tells_who_sends_and_for_which_regions() {
    String token = issue("malmo-port", "malmo", "lund");
    assertThat(senders.of(token))
        .hasValueSatisfying(
            sender -> {
              assertThat(sender.name()).isEqualTo("malmo-port");
              assertThat(sender.regions()).containsExactly("malmo", "lund");
              assertThat(sender.everywhere()).isFalse();
              assertThat(sender.answersFor("malmo-port")).isTrue();
              assertThat(sender.answersFor("newsroom")).isFalse();
            });
  }

  @Test
  void the_submit_token_is_the_newsrooms_as_ever() {
    assertThat(senders.of("the submit token"))
        .hasValueSatisfying(
            sender -> {
              assertThat(sender.name()).isEqualTo("newsroom");
              assertThat(sender.everywhere()).isTrue();
              assertThat(sender.first()).isTrue();
              assertThat(sender.answersFor("malmo-port")).isTrue();
            });
  }

  @Test
  void nothing_else_admits_anybody() {
    String token = issue("malmo-port");
    String end = token.substring(token.length() - 1);
    String almost = token.substring(0, token.length() - 1) + (end.equals("A") ? "E" : "A");
    for (String wrong :
        List.of("", " ", almost, token + "A", "rw_" + only().hash(), only().hash())) {
      assertThat(senders.of(wrong)).isEmpty();
      assertThat(senders.whyNot(wrong)).isEqualTo("is not one that this wire knows");
    }
  }

  @Test
  void a_token_has_256_bits_and_only_its_hash_is_kept() {
    String token = issue("malmo-port");
    assertThat(token)
        .matches("rw_[0-9a-f]{12}_[A-Za-z0-9_-]{43}")
        .isNotEqualTo(issue("malmo-port"));
    String secret = token.substring(16);
    assertThat(issuing.all().toString() + issuing.all().get(0).hash()).doesNotContain(secret);
    assertThat(senders().of(token)).isPresent();
  }

  @Test
  void a_revoked_token_admits_nobody_from_the_next_look_on() {
    String token = issue("malmo-port");
    assertThat(issuing.revoke(only().sender().token())).isTrue();
    assertThat(issuing.revoke(token)).as("a second time").isFalse();
    senders.refresh();
    assertThat(senders.of(token)).isEmpty();
    assertThat(senders.whyNot(token)).isEqualTo("was revoked");
    assertThat(only().revoked()).contains(NOW);
    assertThat(issuing.revoke("000000000000")).isFalse();
  }

  @Test
  void a_token_can_be_revoked_by_itself_when_it_was_found_somewhere() {
    String token = issue("malmo-port");
    assertThat(issuing.revoke(token)).isTrue();
    senders.refresh();
    assertThat(senders.of(token)).isEmpty();
  }

  @Test
  void a_token_admits_until_its_end_and_not_at_it() {
    Instant end = NOW.plusSeconds(60);
    String token = issuing.issue("malmo-port", List.of(), 5, Optional.of(end));
    senders.refresh();
    clock.passes(59);
    assertThat(senders.of(token)).map(Sender::perMinute).contains(5);
    clock.passes(1);
    assertThat(senders.of(token)).isEmpty();
    assertThat(senders.whyNot(token)).isEqualTo("expired at " + end);
  }

  @Test
  void the_last_use_is_kept_once_a_minute_at_most() {
    String token = issue("malmo-port");
    senders.refresh();
    assertThat(only().used()).isEmpty();
    senders.of(token);
    senders.refresh();
    assertThat(only().used()).contains(NOW);
    clock.passes(59);
    senders.of(token);
    senders.refresh();
    senders.refresh();
    assertThat(only().used()).contains(NOW);
    clock.passes(1);
    senders.of(token);
    senders.refresh();
    assertThat(only().used()).contains(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void another_node_that_knows_of_an_earlier_use_does_not_undo_a_later() {
    String token = issue("malmo-port");
    var other = senders();
    other.of(token);
    clock.passes(30);
    senders.of(token);
    senders.refresh();
    other.refresh();
    assertThat(only().used()).contains(NOW.plusSeconds(30));
  }

  @Test
  void while_the_database_is_away_what_was_known_last_holds() {
    String token = issue("malmo-port");
    database.close();
    assertThatThrownBy(senders::refresh).isInstanceOf(RuntimeException.class);
    assertThat(senders.of(token)).isPresent();
  }

  @Test
  void the_name_of_a_sender_is_plain() {
    for (String name : List.of("", "Malmo", "a b", "-a", "a".repeat(41), "å")) {
      assertThatThrownBy(() -> issue(name)).hasMessageContaining("the name of a sender");
    }
  }
}
