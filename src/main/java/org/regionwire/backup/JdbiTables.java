package org.regionwire.backup;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regionwire.archive.JdbiRebuild;

/**
 * The tables that are kept: all there are, but for what follows from others and what is forgotten
 * with the process. A table nobody has told of is kept.
 */
final class JdbiTables {
  private static final int BATCH = 500;

  /** Leases of nodes, which all have ended when a backup is used. */
  private static final Set<String> PASSING = Set.of("duty");

  /** One row from the beginning. */
  private static final Set<String> STATES = Set.of("archive_state", "digest_state");

  private final Handle handle;

  JdbiTables(Handle handle) {
    this.handle = handle;
  }

  /** Those that others refer to come first. */
  List<String> kept() {
    try {
      var meta = handle.getConnection().getMetaData();
      String schema = handle.getConnection().getSchema();
      Set<String> names = new TreeSet<>();
      try (var tables = meta.getTables(null, schema, "%", new String[] {"TABLE"})) {
        while (tables.next()) {
          names.add(tables.getString("TABLE_NAME"));
        }
      }
      names.removeIf(JdbiTables::isLeftOut);
      Set<String> ordered = new LinkedHashSet<>();
      for (String name : names) {
        add(meta, schema, name, names, ordered);
      }
      return List.copyOf(ordered);
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not tell its tables", e);
    }
  }

  private static void add(
      DatabaseMetaData meta, String schema, String name, Set<String> names, Set<String> ordered)
      throws SQLException {
    if (ordered.contains(name) || !names.contains(name)) {
      return;
    }
    List<String> before = new ArrayList<>();
    try (var keys = meta.getImportedKeys(null, schema, name)) {
      while (keys.next()) {
        before.add(keys.getString("PKTABLE_NAME"));
      }
    }
    for (String one : before) {
      if (!one.equals(name)) {
        add(meta, schema, one, names, ordered);
      }
    }
    ordered.add(name);
  }

  /** The full-text index of SQLite has tables of its own, which begin with its name. */
  private static boolean isLeftOut(String table) {
    return PASSING.contains(table)
        || table.equals("flyway_schema_history")
        || table.startsWith("sqlite_")
        || JdbiRebuild.DERIVED.contains(table)
        || table.startsWith("item_words_");
  }

  List<String> columns(String table) {
    try (var columns =
        handle
            .getConnection()
            .getMetaData()
            .getColumns(null, handle.getConnection().getSchema(), table, "%")) {
      List<String> names = new ArrayList<>();
      while (columns.next()) {
        names.add(columns.getString("COLUMN_NAME"));
      }
      return names;
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not tell the columns of " + table, e);
    }
  }

  /** The first of the kept tables that has something in it; empty when nothing was ever kept. */
  List<String> used() {
    return kept().stream()
        .filter(table -> !STATES.contains(table))
        .filter(table -> has("select 1 from " + quoted(table)))
        .toList();
  }

  private boolean has(String rows) {
    return handle.createQuery(rows + " limit 1").mapTo(Integer.class).findFirst().isPresent();
  }

  void read(String table, List<String> columns, Consumer<List<@Nullable Object>> rows) {
    handle
        .createQuery("select " + quoted(columns) + " from " + quoted(table) + " order by 1")
        .setFetchSize(BATCH)
        .map((row, context) -> values(row, columns.size()))
        .forEach(rows);
  }

  private static List<@Nullable Object> values(ResultSet row, int columns) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(columns);
    for (int column = 1; column <= columns; column++) {
      Object value = row.getObject(column);
      if (value != null && !(value instanceof String || value instanceof Number)) {
        throw new IllegalStateException(
            "a backup holds texts and numbers, not " + value.getClass());
      }
      values.add(value);
    }
    return values;
  }

  /** Deletes what a new database begins with. */
  void empty(List<String> tables) {
    for (int i = tables.size() - 1; i >= 0; i--) {
      handle.execute("delete from " + quoted(tables.get(i)));
    }
  }

  void insert(String table, List<String> columns, List<List<@Nullable Object>> rows) {
    String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    try (var batch =
        handle.prepareBatch(
            "insert into "
                + quoted(table)
                + " ("
                + quoted(columns)
                + ") values ("
                + places
                + ")")) {
      for (var row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          if (row.get(i) == null) {
            batch.bindNull(i, Types.NULL);
          } else {
            batch.bind(i, row.get(i));
          }
        }
        batch.add();
      }
      batch.execute();
    }
  }

  private static String quoted(List<String> names) {
    return names.stream().map(JdbiTables::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String name) {
    if (!name.matches("[a-z0-9_]+")) {
      throw new IllegalArgumentException("no table or column is called " + name);
    }
    return '"' + name + '"';
  }
}
