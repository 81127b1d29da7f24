package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A database that nobody can write for half a minute; it waits beside the other journeys. */
@Execution(ExecutionMode.CONCURRENT)
final class LockedDatabaseJourney {
  private static final String JSON = "application/json";
  private static Outside wire;

  @BeforeAll
  static void start(@TempDir Path home) throws IOException {
    wire = Outside.starts(home);
  }

  @AfterAll
  static void stop() throws Exception {
    wire.close();
  }

  @Test
  void a_locked_database_loses_nothing() throws Exception {
    String url = "jdbc:sqlite:" + wire.home().resolve("regionwire.db");
    var accepted = new ArrayList<String>();
    try (var other = DriverManager.getConnection(url);
        var statement = other.createStatement()) {
      statement.execute("begin exclusive");
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (System.nanoTime() < end) {
        String item = "{\"title\":\"Locked out %d.\"}".formatted(accepted.size());
        var answer =
            wire.posts(JSON, item.getBytes(UTF_8), "Idempotency-Key", "k" + accepted.size());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        accepted.add(Outside.json(answer.body()).path("id").asText());
        await().pollDelay(Duration.ofMillis(200)).until(() -> true);
      }
      wire.drops("locked.json", "{\"title\":\"Locked file.\"}".getBytes(UTF_8));
      accepted.add(wire.receipt("done", "locked.json").path("id").asText());
      assertThat(wire.gets("/feeds/all.json")).doesNotContain("Locked out");
      await()
          .untilAsserted(
              () ->
                  assertThat(wire.gets("/observe/health"))
                      .contains("the database cannot be written"));
      statement.execute("rollback");
    }
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> wire.gets("/feeds/all.json").contains("Locked file."));
    for (String id : accepted) {
      await().until(() -> wire.gets("/items/" + id).contains("Locked"));
    }
  }
}
