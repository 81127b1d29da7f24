package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.archive.Databases;

/** A wire that is lost, and is there again from its backup. */
@Execution(ExecutionMode.CONCURRENT)
class BackupJourney {
  private static final String JSON = "application/json";
  private static final String BASE = "https://news.example";
  private static final List<String> LOOKS =
      List.of(
          "/feeds/all.rss",
          "/feeds/malmo.atom",
          "/feeds/malmo.json",
          "/feeds/sweden.ics",
          "/feeds/all.atom?q=harbour",
          "/feeds/all+!oslo.rss",
          "/feeds/all/archive/1-32.atom",
          "/feeds.opml",
          "/regions.json",
          "/regions/malmo",
          "/");

  @TempDir private Path folder;
  private final AtomicInteger posted = new AtomicInteger();

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void what_was_accepted_before_the_backup_is_there_again_under_load(String kind) throws Exception {
    Path file = folder.resolve("wire.zip");
    List<String> before = new ArrayList<>();
    try (var lost = newsroom("lost", kind)) {
      lost.opens();
      var poster = new Thread(() -> postUntilItIsGone(lost));
      poster.start();
      await().atMost(Duration.ofMinutes(1)).until(() -> posted.get() > 100);
      before.addAll(post(lost, 20));
      lost.runs("backup", file.toString());
      lost.dies();
      poster.join();
    }
    try (var again = newsroom("again", kind)) {
      again.runs("restore", file.toString());
      again.opens();
      for (String id : before) {
        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() -> assertThat(again.gets("/items/" + id).status()).isEqualTo(200));
      }
      assertThat(post(again, 1)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void feeds_subscriptions_and_letters_are_the_same_again(String kind) throws Exception {
    Path file = folder.resolve("wire.zip");
    String late = LocalDate.now(ZoneOffset.UTC).plusDays(1) + "T23:00:00Z";
    String later = LocalDate.now(ZoneOffset.UTC).plusDays(2) + "T23:00:00Z";
    Map<String, String> shown;
    String item;
    String unsubscribe;
    try (var lost = newsroom("lost", kind)) {
      lost.opens();
      subscribes(lost);
      post(lost, 70);
      var changed = post(lost, 2);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> lost.gets("/items/" + changed.get(1)).status() == 200);
      lost.changes("PUT", "/items/" + changed.get(0), text("Harbour, mended"));
      lost.changes("DELETE", "/items/" + changed.get(1), "{\"reason\": \"Not true.\"}");
      lost.runs("digest", "run", "--at", late);
      await().until(() -> letters("lost").size() == 2);
      unsubscribe = link(letters("lost").get(1), "/unsubscribe/");
      item = changed.get(0);
      shown = looks(lost, item);
      lost.runs("backup", file.toString());
      lost.stops();
    }
    try (var again = newsroom("again", kind)) {
      again.runs("restore", file.toString());
      again.opens();
      assertThat(looks(again, item)).isEqualTo(shown);
      assertThat(again.runs("digest", "status")).contains("restored from a backup");
      again.runs("digest", "run", "--at", late);
      again.runs("digest", "resume");
      again.runs("digest", "run", "--at", late);
      assertThat(letters("again")).isEmpty();
      assertThat(again.postsForm(unsubscribe, "List-Unsubscribe=One-Click").status())
          .isEqualTo(200);
      again.awaitShown(post(again, 1).get(0));
      await().until(() -> again.gets("/feeds/all.rss").body().contains("Harbour 73"));
      again.runs("digest", "run", "--at", later);
      assertThat(letters("again")).isEmpty();
      shown = looks(again, item);
      again.stops();
      again.runs("rebuild");
      again.opens();
      assertThat(looks(again, item)).isEqualTo(shown);
    }
  }

  @Test
  void what_waits_in_the_journal_of_a_stopped_wire_moves_with_it_to_postgresql() throws Exception {
    Path file = folder.resolve("wire.zip");
    List<String> waiting;
    try (var stuck = newsroom("stuck", "sqlite")) {
      stuck.opens();
      String url = "jdbc:sqlite:" + folder.resolve("stuck/regionwire.db");
      try (var other = DriverManager.getConnection(url);
          var statement = other.createStatement()) {
        statement.execute("begin exclusive");
        waiting = post(stuck, 5);
        stuck.dies();
        statement.execute("rollback");
      }
      assertThat(stuck.runs("backup", file.toString())).contains("5 items not archived yet");
    }
    try (var moved = newsroom("moved", "postgresql")) {
      moved.runs("restore", "--moved", file.toString());
      moved.opens();
      for (String id : waiting) {
        await()
            .atMost(Duration.ofMinutes(1))
            .untilAsserted(() -> assertThat(moved.gets("/items/" + id).status()).isEqualTo(200));
      }
      assertThat(moved.runs("digest", "status")).doesNotContain("restored from");
      assertThatThrownBy(() -> moved.runs("restore", file.toString()))
          .hasMessageContaining("another Regionwire is running");
      assertThatThrownBy(() -> moved.runs("rebuild"))
          .hasMessageContaining("another Regionwire is running");
    }
  }

  private Newsroom newsroom(String name, String kind) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Map<String, String> settings = new LinkedHashMap<>(Map.of("base", BASE));
    if (kind.equals("postgresql")) {
      settings.put("database", Databases.postgresqlUrl());
    }
    return new Newsroom(home, settings);
  }

  /** Whether it takes them or not. */
  private void postUntilItIsGone(Newsroom newsroom) {
    try {
      while (true) {
        newsroom.posts(JSON, text("Pier " + posted.incrementAndGet()).getBytes(UTF_8));
      }
    } catch (IOException e) {
      // it died, as it should
    }
  }

  /** Their ids. */
  private List<String> post(Newsroom newsroom, int many) throws IOException {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      int number = posted.incrementAndGet();
      var reply = newsroom.posts(JSON, text("Harbour " + number).getBytes(UTF_8));
      assertThat(reply.status()).as(reply.body()).isEqualTo(202);
      ids.add(reply.id());
    }
    return ids;
  }

  private static String text(String title) {
    return """
        {"title": "%s opens in Malmö", "summary": "With “quotes” & a pier.", "language": "en",
         "regions": ["malmo"], "kind": "event", "event": {"start": "2027-05-01"}}"""
        .formatted(title);
  }

  private void subscribes(Newsroom newsroom) throws IOException {
    newsroom.postsForm("/subscriptions", "email=ann@example.org&regions=malmo&time=08:00&zone=UTC");
    await().until(() -> letters("lost").size() == 1);
    assertThat(newsroom.postsForm(link(letters("lost").get(0), "/confirm/"), "").status())
        .isEqualTo(200);
  }

  /** Bodies and tags by address, once everything is shown. */
  private static Map<String, String> looks(Newsroom newsroom, String item) throws IOException {
    await()
        .untilAsserted(() -> assertThat(newsroom.gets("/items/" + item).body()).contains("mended"));
    await().until(() -> newsroom.gets("/feeds/all.atom").body().contains("deleted-entry"));
    Map<String, String> shown = new LinkedHashMap<>();
    for (String path : Stream.concat(Stream.of("/items/" + item), LOOKS.stream()).toList()) {
      var reply = newsroom.gets(path, "Accept", "*/*");
      assertThat(reply.status()).as(path).isEqualTo(200);
      shown.put(path, reply.header("etag") + "\n" + reply.body());
    }
    return shown;
  }

  /** Texts, the oldest first. */
  private List<String> letters(String name) throws IOException {
    Path outbox = folder.resolve(name).resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(outbox)) {
      List<String> letters = new ArrayList<>();
      for (Path file : files.filter(file -> file.toString().endsWith(".eml")).sorted().toList()) {
        letters.add(Files.readString(file).replace("=\r\n", "").replace("=3D", "="));
      }
      return letters;
    }
  }

  private static String link(String letter, String path) {
    var link = Pattern.compile(Pattern.quote(BASE + path) + "[A-Za-z0-9_.-]+").matcher(letter);
    assertThat(link.find()).as(letter).isTrue();
    return link.group().substring(BASE.length());
  }
}
