package org.regionwire.backup;

import java.util.List;

/**
 * What is in a backup.
 *
 * @param format of the file; there is one
 * @param program the version that made it
 * @param made when, in ISO 8601
 * @param tables the version of the tables
 */
record Manifest(int format, String program, String made, int tables, List<Part> parts) {
  static final String NAME = "manifest.json";
  static final int FORMAT = 1;

  long lines(String part) {
    return parts.stream().filter(p -> p.name().equals(part)).mapToLong(Part::lines).sum();
  }

  long bytes() {
    return parts.stream().mapToLong(Part::bytes).sum();
  }
}
