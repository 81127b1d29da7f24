package org.regionwire.archive;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.regionwire.news.ClassPathFolder;

/**
 * Brings the tables up to date with Flyway: the scripts in {@code db/migration}, the same for both
 * databases. Flyway is not started when all of them have run, because it costs a tenth of the
 * process's start.
 */
final class JdbiMigrations {
  private static final String FOLDER = "db/migration/";
  private static final String FIRST = "V1__archive.sql";
  private static final Pattern VERSION = Pattern.compile("V([0-9]+)__");
  static final String HISTORY = "flyway_schema_history";

  /**
   * PostgreSQL compresses rows of more than 2 kB, which costs it as much as storing them or more; a
   * page holds 8 kB.
   */
  private static final String LONG_ROWS =
      """
      alter table revision set (toast_tuple_target = 8160);
      alter table item_words set (toast_tuple_target = 8160);""";

  private JdbiMigrations() {}

  static void run(DataSource source, boolean sqlite) {
    run(source, sqlite, newest());
  }

  /**
   * @param version the last script to run
   */
  static void run(DataSource source, boolean sqlite, int version) {
    if (applied(source).containsAll(shipped())) {
      return;
    }
    Flyway.configure(JdbiMigrations.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:" + FOLDER)
        .failOnMissingLocations(true)
        .placeholders(
            Map.of(
                "keyed_by_primary_key",
                sqlite ? "without rowid" : "",
                "word_index",
                JdbiWords.table(sqlite),
                "end_in_document",
                JdbiCalendar.endInDocument(sqlite),
                "long_rows",
                sqlite ? "" : LONG_ROWS))
        .target(Integer.toString(version))
        .load()
        .migrate();
  }

  /** The version of the tables that this program knows. */
  static int newest() {
    return newest(shipped());
  }

  /** The version that the tables have; 0 for none. */
  static int version(DataSource source) {
    return newest(applied(source));
  }

  private static int newest(Set<String> scripts) {
    return scripts.stream()
        .map(VERSION::matcher)
        .filter(Matcher::lookingAt)
        .mapToInt(script -> Integer.parseInt(script.group(1)))
        .max()
        .orElse(0);
  }

  private static Set<String> applied(DataSource source) {
    try (var connection = source.getConnection()) {
      Set<String> scripts = new HashSet<>();
      if (hasHistory(connection)) {
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("select script from " + HISTORY + " where success")) {
          while (rows.next()) {
            scripts.add(rows.getString(1));
          }
        }
      }
      return scripts;
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not say which scripts have run", e);
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    var schema = connection.getSchema();
    try (var tables = connection.getMetaData().getTables(null, schema, HISTORY, null)) {
      return tables.next();
    }
  }

  static Set<String> shipped() {
    return ClassPathFolder.names(FOLDER, FIRST).stream()
        .filter(name -> name.endsWith(".sql"))
        .collect(toUnmodifiableSet());
  }
}
