package org.regionwire.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.archive.JdbiNodes;
import org.regionwire.news.MovingClock;

class DutyTest {
  @TempDir Path folder;
  private Database database;
  private final MovingClock clock = new MovingClock(Instant.parse("2026-11-22T08:00:00Z"));

  @BeforeEach
  void open() {
    database = Databases.sqlite(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Nodes node() {
    return new Nodes(new JdbiNodes(database), clock, new SecureRandom());
  }

  @Test
  void one_node_has_a_duty_as_long_as_it_asks() {
    BooleanSupplier first = node().duty(Role.FEEDS);
    BooleanSupplier second = node().duty(Role.FEEDS);
    for (int i = 0; i < 20; i++) {
      assertThat(first.getAsBoolean()).isTrue();
      assertThat(second.getAsBoolean()).isFalse();
      clock.passes(1);
    }
  }

  @Test
  void a_node_that_asks_no_more_loses_it_within_seconds_and_gets_it_back_only_when_it_is_free() {
    BooleanSupplier first = node().duty(Role.FEEDS);
    BooleanSupplier second = node().duty(Role.FEEDS);
    assertThat(first.getAsBoolean()).isTrue();
    clock.passes(6);
    assertThat(second.getAsBoolean()).isTrue();
    assertThat(first.getAsBoolean()).isFalse();
    clock.passes(6);
    assertThat(first.getAsBoolean()).isTrue();
  }

  @Test
  void two_duties_may_be_with_two_nodes() {
    assertThat(node().duty(Role.FEEDS).getAsBoolean()).isTrue();
    assertThat(node().duty(Role.ARCHIVE).getAsBoolean()).isTrue();
  }

  @Test
  void a_node_with_another_secret_does_not_start() throws Exception {
    node().mustShare("ours", "letters.secret");
    node().mustShare("ours", "letters.secret");
    assertThatThrownBy(() -> node().mustShare("other", "letters.secret"))
        .hasMessageContaining("regionwire.secrets");
  }
}
