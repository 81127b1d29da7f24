package org.regionwire.operate.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.news.Hash;

class OperatorsTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
  private static final String TOKEN = "a".repeat(64);

  @TempDir private Path folder;
  private Database database;
  private JdbiOperators table;

  @BeforeEach
  void open() {
    database = Databases.sqlite(folder);
    table = new JdbiOperators(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Operators at(Duration later) {
    return new Operators(table, what -> Hash.hex("secret" + what), Clock.offset(NOON, later));
  }

  private Operators now() {
    return at(Duration.ZERO);
  }

  @Test
  void a_token_opens_a_session_and_only_its_hash_is_kept() {
    assertThat(now().any()).isFalse();
    table.make("ann", TOKEN, NOON);
    assertThat(now().any()).isTrue();
    assertThat(now().knows(TOKEN)).isTrue();
    assertThat(now().knows(TOKEN.replaceFirst("a", "b"))).isFalse();
    assertThat(now().knows(Hash.hex(TOKEN))).as("its hash is no token").isFalse();
    assertThat(now().open("")).isEmpty();
    String session = now().open(TOKEN).orElseThrow();
    assertThat(now().holds(session)).isTrue();
    assertThat(session).doesNotContain(TOKEN);
    assertThat(table.all()).singleElement().satisfies(one -> assertThat(one.used()).isPresent());
    assertThat(table.all().toString()).doesNotContain(TOKEN);
  }

  @Test
  void a_session_ends_with_its_time() {
    table.make("ann", TOKEN, NOON);
    String session = now().open(TOKEN).orElseThrow();
    assertThat(at(Operators.SESSION.minusSeconds(1)).holds(session)).isTrue();
    assertThat(at(Operators.SESSION).holds(session)).isFalse();
  }

  @Test
  void a_session_ends_when_its_token_is_replaced_or_revoked() {
    table.make("ann", TOKEN, NOON);
    table.make("bob", "b".repeat(64), NOON);
    String session = now().open(TOKEN).orElseThrow();
    table.make("ann", "c".repeat(64), NOON);
    assertThat(now().holds(session)).isFalse();
    assertThat(now().knows(TOKEN)).isFalse();
    String bobs = now().open("b".repeat(64)).orElseThrow();
    assertThat(table.revoke("bob")).isTrue();
    assertThat(table.revoke("bob")).isFalse();
    assertThat(now().holds(bobs)).isFalse();
  }

  @Test
  void nobody_makes_or_stretches_a_session_without_the_secret() {
    table.make("ann", TOKEN, NOON);
    table.make("bob", "b".repeat(64), NOON);
    String session = now().open(TOKEN).orElseThrow();
    var parts = session.split("\\.");
    long later = Long.parseLong(parts[1]) + 1;
    assertThat(now().holds(parts[0] + "." + later + "." + parts[2])).isFalse();
    assertThat(now().holds("bob." + parts[1] + "." + parts[2])).isFalse();
    for (String text : new String[] {"", ".", "..", "ann..x", "ann.9.", "ann." + "9".repeat(30)}) {
      assertThat(now().holds(text)).as(text).isFalse();
    }
  }

  @Test
  void an_operators_name_is_a_plain_word() {
    assertThatThrownBy(() -> table.make("Ann.B", TOKEN, NOON))
        .hasMessageContaining("small letters");
  }
}
