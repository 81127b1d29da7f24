package org.regionwire.backup;

import java.util.List;

/**
 * One part of a backup, as its manifest tells it.
 *
 * @param columns of a table, in the order of the values in its lines; else empty
 * @param lines how many
 * @param bytes how many, before they are compressed
 * @param sha256 of the bytes, in hexadecimal
 */
record Part(String name, List<String> columns, long lines, long bytes, String sha256) {
  private static final String TABLES = "tables/";
  private static final String FILES = "files/";
  private static final String LINES = ".jsonl";

  /** What was accepted and is not in the archive: a line for each, as on the queue. */
  static final String ACCEPTED = "accepted" + LINES;

  /** A line for each row: its values as a JSON array. */
  static String ofTable(String table) {
    return TABLES + table + LINES;
  }

  static String ofFile(String name) {
    return FILES + name;
  }

  boolean isTable() {
    return name.startsWith(TABLES);
  }

  String table() {
    return name.substring(TABLES.length(), name.length() - LINES.length());
  }
}
