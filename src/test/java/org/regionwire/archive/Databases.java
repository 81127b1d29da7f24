package org.regionwire.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** New, empty databases for tests; whoever opens one closes it. */
public final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Databases() {}

  /** A file in {@code folder}. */
  public static Database sqlite(Path folder) {
    return Database.open(
        "sqlite:" + folder.resolve("regionwire-" + COUNT.incrementAndGet() + ".db"));
  }

  /** In a real server, started once for all tests of this process. */
  public static Database postgresql() {
    return Database.open(postgresqlUrl());
  }

  /** Of a new, empty one: a schema, which is made and deleted sooner than a database. */
  public static String postgresqlUrl() {
    String name = "test_" + COUNT.incrementAndGet();
    try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create schema " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return "postgresql://postgres:postgres@localhost:"
        + Server.RUNNING.getPort()
        + "/postgres?currentSchema="
        + name;
  }

  private static final class Server {
    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        // for minutes only, and its looks at each table cost the tests more than they win
        return EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
