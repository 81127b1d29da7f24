package org.regionwire.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments in English, for people. */
final class Times {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

  private Times() {}

  /** {@code 9 October 2007, 09:30}. */
  static String text(Instant at, ZoneId zone) {
    var there = at.atZone(zone);
    return DAY.format(there) + ", " + HOUR.format(there);
  }

  /** {@code 9 October 2007, 09:30 (Oslo time)}. */
  static String textWithZone(Instant at, ZoneId zone) {
    return text(at, zone) + " (" + zoneName(zone) + ")";
  }

  /** For the {@code datetime} attribute: UTC, to the second. */
  static String machine(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** {@code Oslo time}, {@code UTC}, {@code UTC+02:00}. */
  static String zoneName(ZoneId zone) {
    if (zone.normalized() instanceof ZoneOffset offset) {
      return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time";
  }
}
