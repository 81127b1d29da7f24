package org.regionwire.journey;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** People whose hour comes while nodes die, and what the mail server has for them then. */
final class NodesLetters {
  private static final String WAITING =
      "select id || ' ' || state || ', tries ' || tries || ', reminders ' || reminders || ', not for '"
          + " || (not_before / 1000 - extract(epoch from now())::bigint) || ' s: ' || reply from letter"
          + " where state in ('planned', 'leased', 'sending', 'uncertain')";
  private static final String NOT_PLANNED =
      "select id || ' due ' || next_due from subscriber where id not in (select subscriber from letter)";

  private final String database;
  private final SmtpSink sink;
  private final int people;

  NodesLetters(String database, SmtpSink sink, int people) {
    this.database = database;
    this.sink = sink;
    this.people = people;
  }

  /** Spread over the time in which nodes die. */
  void subscribe(int seconds) throws SQLException {
    try (var connection = connect();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long now = System.currentTimeMillis();
      for (int i = 0; i < people; i++) {
        long due = now + 1_000L * seconds * i / people;
        statement.addBatch(
            """
            insert into subscriber (id, address, address_key, zone, local_time, language, format,
              unsubscribe_hash, cursor, next_due) values ('%1$026d', 'reader%1$d@example.org',
              'reader%1$d@example.org', 'Europe/Stockholm', '08:00', 'en', 'html', '%1$d', 0, %2$d)"""
                .formatted(i, due));
        statement.addBatch(
            """
            insert into subscription (id, subscriber, state, selection, cadence, day, zone,
              local_time, language, format, confirm_hash, cursor, asked_at, next_due) values
              ('s%1$025d', '%1$026d', 'active', 'oslo', 'daily', 0, 'Europe/Stockholm', '08:00',
              'en', 'html', '%1$d', 0, 0, %2$d)"""
                .formatted(i, due));
      }
      statement.executeBatch();
      connection.commit();
    }
  }

  /** A letter whose sender died waits for the end of its lease. */
  void settle() {
    if (people > 0) {
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofSeconds(1))
          .untilAsserted(
              () -> {
                assertThat(strings(NOT_PLANNED)).isEmpty();
                assertThat(strings(WAITING)).isEmpty();
              });
    }
  }

  List<String> differences(int mostTwice) {
    var differences = new ArrayList<String>();
    var byReader = sink.accepted().stream().collect(groupingBy(SmtpSink.Accepted::to));
    if (byReader.size() < people) {
      differences.add("lost " + (people - byReader.size()) + " letters");
    }
    byReader.forEach(
        (reader, letters) -> {
          if (letters.stream().map(SmtpSink.Accepted::messageId).distinct().count() > 1) {
            differences.add(reader + " has two letters");
          }
        });
    if (twice() > mostTwice) {
      differences.add("repeated " + twice() + " letters, more than " + mostTwice);
    }
    return differences;
  }

  private long twice() {
    return sink.count() - sink.accepted().stream().map(SmtpSink.Accepted::to).distinct().count();
  }

  String told() {
    return sink.count() + " letters, " + twice() + " of them for the second time";
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
    var url = URI.create(database);
    String[] who = url.getUserInfo().split(":", 2);
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s?%s"
            .formatted(url.getHost(), url.getPort(), url.getPath(), url.getQuery()),
        who[0],
        who[1]);
  }
}
