package org.regionwire.digest;

import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Objects;

/** The time zones of Java itself: the tests' calendar library adds some that have no rules. */
final class JavaZones {
  private JavaZones() {}

  static List<String> all() {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(name -> Objects.nonNull(ZoneRulesProvider.getRules(name, false)))
        .sorted()
        .toList();
  }
}
