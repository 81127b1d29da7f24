package org.regionwire.digest.subscribing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.digest.Desk;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.books.JdbiSuppressions;

/**
 * Whether an address is known cannot be told from how long an answer takes: a commit, which waits
 * for the disk, is most of it, and each of them makes one. Unlike a clock, this can be counted.
 */
class SameWorkTest {
  private static final String NEW = "new@example.org";
  private static final String ACTIVE = "active@example.org";
  private static final String PENDING = "pending@example.org";
  private static final String LEFT = "left@example.org";
  private static final String ERASED = "erased@example.org";
  private static final String COMPLAINED = "complained@example.org";

  @TempDir private Path folder;
  private Database database;
  private Desk desk;
  private Connection beside;

  @BeforeEach
  void everyone_is_known_in_another_way() throws SQLException {
    database = Databases.sqlite(folder);
    desk = new Desk(database);
    for (String known : new String[] {ACTIVE, LEFT, ERASED, COMPLAINED}) {
      desk.subscribes(known, "regions", "malmo");
    }
    desk.publishes(anItem().about("malmo"));
    desk.worksFor(Duration.ofDays(1));
    desk.asks(PENDING, "regions", "malmo");
    desk.leaving.unsubscribe(Desk.unsubscribeToken(desk.lastTo(LEFT)));
    desk.management.erase(Desk.manageToken(desk.lastTo(ERASED)));
    var books = new JdbiBooks(database);
    String hash = new Tokens(new byte[32]).addressHash(COMPLAINED);
    books.write(
        open -> {
          open.suppressions().add(hash, JdbiSuppressions.COMPLAINT, desk.clock.instant());
          return true;
        });
    String file = folder.toFile().list((in, name) -> name.endsWith(".db"))[0];
    beside = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(file));
  }

  @AfterEach
  void close() throws SQLException {
    beside.close();
    database.close();
  }

  @TestFactory
  Iterable<DynamicTest> every_address_costs_a_commit() {
    Map<String, Consumer<String>> ways =
        Map.of(
            "asking for letters",
            address -> desk.subscriptions.subscribe(Desk.request(address), ""),
            "asking for the links",
            address -> desk.leaving.remind(address));
    return ways.entrySet().stream()
        .flatMap(
            way ->
                java.util.stream.Stream.of(NEW, ACTIVE, PENDING, LEFT, ERASED, COMPLAINED)
                    .map(
                        address ->
                            DynamicTest.dynamicTest(
                                way.getKey() + " " + address,
                                () -> {
                                  long before = commits();
                                  way.getValue().accept(address);
                                  assertThat(commits()).isNotEqualTo(before);
                                })))
        .toList();
  }

  /** A number that another connection's commit changes, if it wrote anything. */
  private long commits() throws SQLException {
    try (var statement = beside.createStatement();
        var row = statement.executeQuery("pragma data_version")) {
      return row.getLong(1);
    }
  }
}
