package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Databases;

/**
 * A backup beside nodes on an outside broker, which nobody can stop for it. Not beside each other:
 * one holds a lock on the database server that others wait for.
 */
final class OutsideBackupJourney {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final String database = Databases.postgresqlUrl();
  private final List<Newsroom> nodes = new ArrayList<>();
  private ArtemisProcess broker;
  private int number;

  @BeforeEach
  void start() {
    broker = new ArtemisProcess(folder.resolve("artemis")).starts(Map.of());
  }

  @AfterEach
  void end() {
    nodes.forEach(Newsroom::close);
    broker.close();
  }

  private Newsroom node(String name, Map<String, String> more) throws IOException {
    var settings = new HashMap<>(Map.of("broker", broker.address(), "database", database));
    settings.putAll(more);
    return added(name, settings);
  }

  private Newsroom added(String name, Map<String, String> settings) throws IOException {
    var node = new Newsroom(Files.createDirectories(folder.resolve(name)), settings);
    nodes.add(node);
    return node;
  }

  /** Their ids. */
  private List<String> posts(Newsroom node, int many) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String item = "{\"title\": \"Harbour %d opens in Malmö\"}".formatted(++number);
      var reply = node.posts("application/json", item.getBytes(UTF_8));
      assertThat(reply.status()).as(reply.body()).isEqualTo(202);
      ids.add(reply.id());
    }
    return ids;
  }

  private void isRestored(String file, List<String> ids) throws IOException {
    var again = added("again", Map.of("database", Databases.postgresqlUrl()));
    again.runs("restore", folder.resolve(file).toString());
    again.opens();
    for (String id : ids) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(again.gets("/items/" + id).status()).isEqualTo(200));
    }
  }

  private String backs(Newsroom node, String file) {
    return node.runs("backup", folder.resolve(file).toString());
  }

  @Test
  void once_nothing_waits_for_the_archive_a_backup_is_whole_and_says_no_more() throws Exception {
    var node = node("a", Map.of()).opens();
    var ids = posts(node, 30);
    assertThat(backs(node, "wire.zip"))
        .contains("30 revisions", "0 items not archived yet")
        .doesNotContain("regionwire:");
    isRestored("wire.zip", ids);
  }

  @Test
  void what_nobody_archives_is_seen_in_the_queue_and_kept() throws Exception {
    var node = node("a", Map.of("roles", "intake,web")).opens();
    var ids = posts(node, 7);
    assertThat(backs(node, "wire.zip"))
        .contains("0 revisions", "7 items not archived yet")
        .doesNotContain("regionwire:");
    isRestored("wire.zip", ids);
  }

  @Test
  void what_cannot_be_archived_just_now_is_told_to_be_missing_and_is_in_the_next_one()
      throws Exception {
    var node = node("a", Map.of()).opens();
    var ids = posts(node, 3);
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(node.gets("/items/" + ids.get(2)).status()).isEqualTo(200));
    String jdbc = "jdbc:" + database.replaceFirst("//[^@]*@", "//");
    try (var other = DriverManager.getConnection(jdbc, "postgres", "postgres");
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table revision in exclusive mode");
      ids.addAll(posts(node, 5));
      assertThat(backs(node, "early.zip"))
          .contains("3 revisions")
          .contains("regionwire: 5 accepted items wait for the archive, and only ")
          .contains("may not be in this backup", "not lost", "make another backup");
      other.rollback();
    }
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(node.gets("/items/" + ids.get(7)).status()).isEqualTo(200));
    assertThat(backs(node, "late.zip"))
        .contains("8 revisions", "0 items not archived yet")
        .doesNotContain("regionwire:");
    isRestored("late.zip", ids);
  }
}
