package org.regionwire.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** New, empty databases for tests; whoever opens one closes it. */
public final class Databases {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static final String CLOSED =
      "select datname from pg_database where datname like 'copy\\_%' and datname not in"
          + " (select datname from pg_stat_activity where datname is not null)";

  private Databases() {}

  /** A file in {@code folder}. */
  public static Database sqlite(Path folder) {
    return Database.open(
        "sqlite:" + folder.resolve("regionwire-" + COUNT.incrementAndGet() + ".db"));
  }

  /**
   * In a real server, started once for all tests of this process: a copy of one whose tables are
   * made, which takes a tenth of the time of making them.
   */
  public static synchronized Database postgresql() {
    String name = "copy_" + COUNT.incrementAndGet();
    Server.deleteCopiesThatAreClosed();
    Server.run("create database " + name + " template " + Template.NAME);
    return Database.open(Server.url(name));
  }

  /** Of a new, empty one: a schema, which is made and deleted sooner than a database. */
  public static String postgresqlUrl() {
    String name = "test_" + COUNT.incrementAndGet();
    Server.run("create schema " + name);
    return Server.url("postgres?currentSchema=" + name);
  }

  private static final class Server {
    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        // for minutes only, and its looks at each table cost the tests more than they win
        return EmbeddedPostgres.builder().setServerConfig("autovacuum", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static String url(String name) {
      return "postgresql://postgres:postgres@localhost:" + RUNNING.getPort() + "/" + name;
    }

    static void run(String sql) {
      try (var connection = RUNNING.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute(sql);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Each is some megabytes; an open one has connections. */
    static void deleteCopiesThatAreClosed() {
      try (var connection = RUNNING.getPostgresDatabase().getConnection();
          var statement = connection.createStatement();
          var rows = statement.executeQuery(CLOSED)) {
        var names = new ArrayList<String>();
        while (rows.next()) {
          names.add(rows.getString(1));
        }
        for (String name : names) {
          statement.execute("drop database " + name);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static final class Template {
    static final String NAME = make();

    private static String make() {
      Server.run("create database made");
      Database.open(Server.url("made")).close();
      return "made";
    }
  }
}
