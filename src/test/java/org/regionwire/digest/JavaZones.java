package org.regionwire.digest;

import java.time.ZoneId;
import java.util.List;

/** The time zones of Java itself: the tests' calendar library adds some that have no rules. */
final class JavaZones {
  private JavaZones() {}

  static List<String> all() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name -> !name.contains("ical4j"))
        .sorted()
        .toList();
  }
}
