package org.regionwire.backup;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regionwire.archive.Database;

/** A row in each table that is empty, with values of all types, in the order of references. */
final class SomeRows {
  /** Columns that refer to others, and those. */
  private static final Map<String, String> REFERRED =
      Map.of("id", "id", "subscriber", "id", "letter", "id", "topic", "topic");

  private SomeRows() {}

  static void insert(Database database) {
    database.<Boolean>write(
        handle -> {
          var tables = new JdbiTables(handle);
          for (String table : tables.kept()) {
            if (handle
                .createQuery("select 1 from " + table)
                .mapTo(Integer.class)
                .list()
                .isEmpty()) {
              insert(handle, tables, table);
            }
          }
          return true;
        });
  }

  private static void insert(Handle handle, JdbiTables tables, String table) {
    var columns = tables.columns(table);
    List<@Nullable Object> row = new ArrayList<>();
    try (var types =
        handle
            .getConnection()
            .getMetaData()
            .getColumns(null, handle.getConnection().getSchema(), table, "%")) {
      while (types.next()) {
        row.add(
            value(
                types.getString("COLUMN_NAME"),
                types.getInt("DATA_TYPE"),
                types.getInt("NULLABLE") == DatabaseMetaData.columnNullable));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    tables.insert(table, columns, List.of(row));
  }

  private static @Nullable Object value(String column, int type, boolean nullable) {
    if (nullable) {
      return null;
    }
    return switch (type) {
      case Types.VARCHAR -> REFERRED.getOrDefault(column, column + " ö \"\\\n\u2028");
      case Types.DOUBLE, Types.REAL, Types.FLOAT -> 0.1 + 0.2;
      case Types.BIGINT -> 1L << 53;
      default -> 1;
    };
  }

  static Map<String, List<String>> kept(Handle handle) {
    var tables = new JdbiTables(handle);
    Map<String, List<String>> kept = new TreeMap<>();
    for (String table : tables.kept()) {
      List<String> rows = new ArrayList<>();
      var columns = tables.columns(table);
      tables.read(table, columns, row -> rows.add(columns + " " + row));
      kept.put(table, rows.stream().sorted().toList());
    }
    return kept;
  }
}
