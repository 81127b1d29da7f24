package org.regionwire.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Origin;
import org.regionwire.news.RegionFound;

/** Many confirmed subscribers, written straight into the tables, and news for them. */
final class Readers {
  private static final int BATCH = 50_000;
  private static final int PAGE = 1_000;

  private final Path file;

  Readers(Path home) {
    this.file = home.resolve("regionwire.db");
  }

  Database open() {
    return Database.open("sqlite:" + file);
  }

  /**
   * One daily digest each, due since 1970.
   *
   * @param selection of each
   */
  void subscribe(int count, IntFunction<String> selection) throws SQLException {
    open().close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      connection.createStatement().execute("pragma synchronous = off");
      connection.setAutoCommit(false);
      try (var people = people(connection);
          var wishes = wishes(connection)) {
        for (int i = 0; i < count; i++) {
          add(people, wishes, i, selection.apply(i));
          if (i % BATCH == BATCH - 1 || i == count - 1) {
            people.executeBatch();
            wishes.executeBatch();
            connection.commit();
          }
        }
      }
    }
  }

  private static PreparedStatement people(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "insert into subscriber (id, address, address_key, zone, local_time, language, format,"
            + " unsubscribe_hash, cursor, next_due)"
            + " values (?, ?, ?, 'Europe/Stockholm', '08:00', 'en', 'html', ?, 0, 0)");
  }

  private static PreparedStatement wishes(Connection connection) throws SQLException {
    return connection.prepareStatement(
        "insert into subscription (id, subscriber, state, selection, cadence, day, zone,"
            + " local_time, language, format, confirm_hash, cursor, asked_at, next_due)"
            + " values (?, ?, 'active', ?, 'daily', 0, 'Europe/Stockholm', '08:00', 'en', 'html',"
            + " ?, 0, 0, 0)");
  }

  private static void add(PreparedStatement people, PreparedStatement wishes, int i, String what)
      throws SQLException {
    String person = "0%09dperson%010d".formatted(i, i);
    String wish = "0%09dwishes%010d".formatted(i, i);
    String address = "reader" + i + "@example" + i % 7 + ".org";
    people.setString(1, person);
    people.setString(2, address);
    people.setString(3, address);
    people.setString(4, "u" + i);
    people.addBatch();
    wishes.setString(1, wish);
    wishes.setString(2, person);
    wishes.setString(3, what);
    wishes.setString(4, "c" + i);
    wishes.addBatch();
  }

  /** News about each of these regions, so many each. */
  void publish(List<String> regions, int each) {
    var samples = Samples.enriched(200);
    try (var database = open()) {
      var archive = new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
      var batch = new ArrayList<EnrichedItem>();
      for (int i = 0; i < regions.size() * each; i++) {
        batch.add(about(samples.get(i % samples.size()), regions.get(i % regions.size()), i));
        if (batch.size() == PAGE || i == regions.size() * each - 1) {
          archive.add(batch);
          batch.clear();
        }
      }
    }
  }

  private static EnrichedItem about(EnrichedItem sample, String region, int number) {
    String key = "reader's " + number;
    var origin =
        new Origin(
            sample.item().origin().sender(),
            key,
            key,
            sample.item().origin().received(),
            Optional.empty());
    return new EnrichedItem(
        sample.item().from(ItemId.derivedFrom(key), origin),
        List.of(RegionFound.named(region, "the bench says so")),
        sample.when(),
        sample.point());
  }
}
