package org.regionwire.journey;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.regionwire.news.Items.anItem;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;

/** A wire that is killed again and again while it sends, and what the mail server has then. */
final class LetterStory {
  static final int CONNECTIONS = 4;

  private static final Duration LONGEST_LIFE = Duration.ofSeconds(20);

  /** Nobody waits for a lease: what its sender was is dead. */
  private static final String TIME_PASSES =
      "update letter set lease_until = 1 where state in ('leased', 'sending')";

  private static final String WAITING =
      "select id || ' ' || state || ', tries ' || tries || ', reminders ' || reminders"
          + " || ', not for ' || (not_before / 1000 - unixepoch()) || ' s, reminder in '"
          + " || (remind_at / 1000 - unixepoch()) || ' s: ' || coalesce(reply, '') from letter"
          + " where state in ('planned', 'leased', 'sending', 'uncertain')";

  /**
   * Nobody waits for a minute, or for the next: what a letter was told is not the question here.
   */
  private static final String PATIENCE_ENDS =
      "update letter set not_before = 0, remind_at = 0 where state in ('planned', 'uncertain')";

  private final Path home;
  private final int letters;
  private final SmtpSink sink;
  private final Random random;
  private final Newsroom newsroom;
  private int kills;

  LetterStory(Path home, int letters, SmtpSink sink, long seed) throws SQLException {
    this.home = home;
    this.letters = letters;
    this.sink = sink;
    this.random = new Random(seed);
    var settings =
        Map.of(
            "mail",
            "smtp://127.0.0.1:" + sink.port(),
            "mail.connections",
            "" + CONNECTIONS,
            "mail.pace",
            "0");
    this.newsroom = new Newsroom(home, settings);
    subscribe();
  }

  /**
   * All that does not add up in the end.
   *
   * @param after what to do to the ledger after each kill: SQL
   */
  List<String> differencesAfter(int times, String... after) throws Exception {
    try (newsroom) {
      newsroom.launches();
      for (kills = 0; kills < times; kills++) {
        dieWhileSending();
        for (String sql : after) {
          change(sql);
        }
        if (kills == times - 1 || random.nextInt(5) > 0) {
          change(TIME_PASSES);
        }
        newsroom.launches();
      }
      newsroom.awaitReady();
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(2))
          .untilAsserted(this::rests);
      newsroom.stops();
    }
    return differences();
  }

  String told() {
    return "%d letters, %d accepted by the mail server, %d kills, %d connections cut"
        .formatted(letters, sink.count(), kills, sink.cuts());
  }

  private void dieWhileSending() {
    int enough = Math.min(letters, sink.count() + 1 + random.nextInt(60));
    long end = System.nanoTime() + LONGEST_LIFE.toNanos();
    while (sink.count() < enough && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    LockSupport.parkNanos(random.nextInt(20_000_000));
    newsroom.dies();
  }

  private void rests() throws SQLException {
    change(PATIENCE_ENDS);
    assertThat(strings(WAITING)).isEmpty();
  }

  private List<String> differences() throws SQLException {
    var differences = new ArrayList<String>();
    var idsByReader =
        sink.accepted().stream()
            .collect(
                groupingBy(SmtpSink.Accepted::to, mapping(SmtpSink.Accepted::messageId, toSet())));
    var lost = new TreeSet<>(strings("select address from subscriber"));
    lost.removeAll(idsByReader.keySet());
    if (!lost.isEmpty()) {
      differences.add("lost " + lost.size() + ": " + lost.first());
    }
    idsByReader.forEach(
        (reader, ids) -> {
          if (ids.size() > 1) {
            differences.add(reader + " has two letters: " + ids);
          }
        });
    int twice = sink.count() - idsByReader.size();
    int most = kills * CONNECTIONS + sink.cuts();
    if (twice > most) {
      differences.add("repeated " + twice + ", more than " + most);
    }
    int doubtful = strings("select id from letter where unsure = 1").size();
    if (twice > doubtful) {
      differences.add("repeated " + twice + ", but only " + doubtful + " counted as uncertain");
    }
    return differences;
  }

  private void subscribe() throws SQLException {
    try (var database = Database.open("sqlite:" + home.resolve("regionwire.db"))) {
      var archive = new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
      archive.add(List.of(anItem().titled("A bridge").about("malmo").build()));
    }
    try (var connection = connect()) {
      connection.setAutoCommit(false);
      var statement = connection.createStatement();
      for (int i = 0; i < letters; i++) {
        statement.addBatch(
            """
            insert into subscriber (id, address, address_key, zone, local_time, language, format,
              unsubscribe_hash, cursor, next_due) values ('%1$026d', 'reader%1$d@example.org',
              'reader%1$d@example.org', 'Europe/Stockholm', '08:00', 'en', 'html', '%1$d', 0, 0)"""
                .formatted(i));
        statement.addBatch(
            """
            insert into subscription (id, subscriber, state, selection, cadence, day, zone,
              local_time, language, format, confirm_hash, cursor, asked_at, next_due) values
              ('s%1$025d', '%1$026d', 'active', 'malmo', 'daily', 0, 'Europe/Stockholm', '08:00',
              'en', 'html', '%1$d', 0, 0, 0)"""
                .formatted(i));
      }
      statement.executeBatch();
      connection.commit();
    }
  }

  private void change(String sql) throws SQLException {
    try (var connection = connect()) {
      connection.createStatement().executeUpdate(sql);
    }
  }

  private List<String> strings(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = connect();
        var rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:sqlite:" + home.resolve("regionwire.db") + "?busy_timeout=30000");
  }
}
