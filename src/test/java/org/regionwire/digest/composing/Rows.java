package org.regionwire.digest.composing;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regionwire.archive.Database;

/** A whole database, to be compared with itself. */
final class Rows {
  private static final String SQLITE =
      "select name from sqlite_master where type = 'table' order by name";
  private static final String POSTGRESQL =
      "select table_name from information_schema.tables where table_schema = current_schema() order by 1";

  private Rows() {}

  /** Every row of every table, as text. */
  static Map<String, List<String>> all(Database database, boolean sqlite) {
    return database.read(
        handle -> {
          var all = new TreeMap<String, List<String>>();
          for (String table : tables(handle, sqlite ? SQLITE : POSTGRESQL)) {
            all.put(table, rows(handle, table));
          }
          return all;
        });
  }

  private static List<String> tables(Handle handle, String query) {
    return handle.createQuery(query).mapTo(String.class).list();
  }

  private static List<String> rows(Handle handle, String table) {
    return handle.createQuery("select * from " + table).mapToMap().stream()
        .map(Rows::text)
        .sorted()
        .toList();
  }

  private static String text(Map<String, Object> row) {
    var text = new StringBuilder();
    row.forEach((name, value) -> text.append(name).append('=').append(text(value)).append(' '));
    return text.toString();
  }

  private static Object text(@Nullable Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }
}
