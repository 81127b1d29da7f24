package org.regionwire.archive;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * One database, SQLite or PostgreSQL by its URL, with the tables of this version. On SQLite there
 * is one writer at a time and every commit is on the disk when it returns (WAL, synchronous=FULL);
 * on PostgreSQL as its server is set.
 */
public final class Database implements AutoCloseable {
  private final boolean sqlite;
  private final HikariDataSource readers;
  private final HikariDataSource writers;
  private final Jdbi reading;
  private final Jdbi writing;

  private Database(boolean sqlite, HikariDataSource readers, HikariDataSource writers) {
    this.sqlite = sqlite;
    this.readers = readers;
    this.writers = writers;
    this.reading = Jdbi.create(readers);
    this.writing = Jdbi.create(writers);
    if (sqlite) { // the driver of PostgreSQL keeps statements by itself
      var statements = JdbiStatements.ofEach();
      reading.setStatementBuilderFactory(statements);
      writing.setStatementBuilderFactory(statements);
    }
  }

  /**
   * Connects, and brings the tables up to date.
   *
   * @param url {@code sqlite:<file>}, made with its folders when missing, or {@code
   *     postgresql://<user>:<password>@<host>:<port>/<database>} with name and password
   *     percent-encoded, or whatever else JDBC takes after {@code jdbc:postgresql:}
   * @throws RuntimeException when it cannot be reached or its tables cannot be brought up to date
   */
  public static Database open(String url) {
    var parsed = DatabaseUrl.parse(url);
    if (parsed.isSqlite()) {
      makeFolderOf(parsed.file());
      EmptyDatabase.placeAt(Path.of(parsed.file()));
    }
    return open(parsed, JdbiMigrations.newest());
  }

  /**
   * As {@link #open}, for what an earlier version kept: new tables are made as that one had them.
   *
   * @param version of the tables
   */
  public static Database openAt(String url, int version) {
    if (version >= JdbiMigrations.newest()) {
      return open(url);
    }
    var parsed = DatabaseUrl.parse(url);
    if (parsed.isSqlite()) {
      makeFolderOf(parsed.file());
    }
    return open(parsed, version);
  }

  private static Database open(DatabaseUrl url, int version) {
    return url.isSqlite() ? openSqlite(url, version) : openPostgresql(url, version);
  }

  /** Brings the tables up to date. */
  public void migrate() {
    JdbiMigrations.run(writers, sqlite);
  }

  /** The version that the tables have. */
  public int version() {
    return JdbiMigrations.version(writers);
  }

  /** The version of the tables that this program knows. */
  public static int newest() {
    return JdbiMigrations.newest();
  }

  public boolean isSqlite() {
    return sqlite;
  }

  /**
   * How the connections are used.
   *
   * @param waiting threads that wait for one
   */
  public record Pool(
      String name, IntSupplier active, IntSupplier idle, IntSupplier waiting, IntSupplier most) {}

  public List<Pool> pools() {
    return Stream.of(readers, writers).distinct().map(Database::pool).toList();
  }

  private static Pool pool(HikariDataSource source) {
    var pool = source.getHikariPoolMXBean();
    return new Pool(
        source.getPoolName(),
        pool::getActiveConnections,
        pool::getIdleConnections,
        pool::getThreadsAwaitingConnection,
        source::getMaximumPoolSize);
  }

  /** Does {@code work} on one consistent state of the database. */
  public <T> T read(HandleCallback<T, RuntimeException> work) {
    return reading.inTransaction(
        handle -> {
          if (!sqlite) {
            handle.execute("set transaction isolation level repeatable read, read only");
          }
          return work.withHandle(handle);
        });
  }

  /** Does {@code work} in one transaction: kept for good when this returns, undone if it throws. */
  public <T> T write(HandleCallback<T, RuntimeException> work) {
    return writing.inTransaction(work);
  }

  /**
   * Sees to it that what was deleted is not left on the disk: SQLite keeps it in the log until that
   * is written back. PostgreSQL is left to its vacuum.
   */
  public void scrub() {
    if (sqlite) {
      writing.useHandle(
          handle -> handle.createQuery("pragma wal_checkpoint(truncate)").mapToMap().list());
    }
  }

  /** Readers first: the last connection of SQLite must be able to write its log back. */
  @Override
  public void close() {
    readers.close();
    writers.close();
  }

  /** Whether a failure comes from a database that is locked, full or away: it will come back. */
  public static boolean isAway(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  private static Database openSqlite(DatabaseUrl url, int version) {
    var writers = new HikariDataSource(sqliteWriter(url));
    try {
      JdbiMigrations.run(writers, true, version);
      return new Database(true, new HikariDataSource(sqliteReaders(url)), writers);
    } catch (RuntimeException e) {
      writers.close();
      throw e;
    }
  }

  private static Database openPostgresql(DatabaseUrl url, int version) {
    var pool = new HikariDataSource(postgresql(url));
    try {
      JdbiMigrations.run(pool, false, version);
      return new Database(false, pool, pool);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static HikariConfig sqliteWriter(DatabaseUrl url) {
    var config = sqlite(url, "database-writer", 1);
    config.addDataSourceProperty("journal_mode", "WAL");
    config.addDataSourceProperty("synchronous", "FULL");
    // what is deleted is overwritten: an erased address is nowhere in the file
    config.addDataSourceProperty("secure_delete", "true");
    config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    // a log written back every 16 MB instead of 4 stores a fifth more items a second
    config.addDataSourceProperty("cache_size", "-8000");
    config.setConnectionInitSql("pragma wal_autocheckpoint = 4000");
    return config;
  }

  private static HikariConfig sqliteReaders(DatabaseUrl url) {
    var config = sqlite(url, "database-readers", 4);
    config.setMinimumIdle(1);
    config.setConnectionInitSql("pragma query_only = true");
    return config;
  }

  private static HikariConfig sqlite(DatabaseUrl url, String name, int connections) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setJdbcUrl(url.jdbc());
    config.setMaximumPoolSize(connections);
    config.setMaxLifetime(0);
    config.addDataSourceProperty("busy_timeout", "5000");
    config.addDataSourceProperty("foreign_keys", "true");
    return config;
  }

  private static HikariConfig postgresql(DatabaseUrl url) {
    var config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(url.jdbc());
    url.user().ifPresent(config::setUsername);
    url.password().ifPresent(config::setPassword);
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(2);
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("ApplicationName", "regionwire");
    return config;
  }

  private static void makeFolderOf(String file) {
    try {
      Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of " + file + " cannot be made", e);
    }
  }
}
