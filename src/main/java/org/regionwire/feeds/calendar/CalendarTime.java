package org.regionwire.feeds.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A day or a time as calendars write it (RFC 5545 sections 3.3.4 and 3.3.5): a day, a time in UTC,
 * a time in a zone, or a time wherever the reader is.
 *
 * @param zone of a time in a zone
 */
record CalendarTime(LocalDateTime local, Form form, Optional<ZoneId> zone) {
  enum Form {
    DAY,
    UTC,
    ZONED,
    FLOATING
  }

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

  static CalendarTime day(LocalDate date) {
    return new CalendarTime(date.atStartOfDay(), Form.DAY, Optional.empty());
  }

  static CalendarTime floating(LocalDateTime local) {
    return new CalendarTime(local, Form.FLOATING, Optional.empty());
  }

  static CalendarTime utc(Instant at) {
    return new CalendarTime(
        LocalDateTime.ofInstant(at, ZoneOffset.UTC), Form.UTC, Optional.empty());
  }

  /** In UTC when the zone is no more than an offset, or when its clocks show the time twice. */
  static CalendarTime at(Instant at, ZoneId zone) {
    var there = at.atZone(zone);
    // of the two, a local time means the first
    boolean second = !there.withEarlierOffsetAtOverlap().equals(there);
    if (zone instanceof ZoneOffset || zone.normalized().equals(ZoneOffset.UTC) || second) {
      return utc(at);
    }
    return new CalendarTime(there.toLocalDateTime(), Form.ZONED, Optional.of(zone));
  }

  /** Where no zone is known, as if it were in UTC. */
  Instant instant() {
    return local.atZone(zone.orElse(ZoneOffset.UTC)).toInstant();
  }

  String text() {
    return switch (form) {
      case DAY -> DAY.format(local);
      case UTC -> TIME.format(local) + "Z";
      case ZONED, FLOATING -> TIME.format(local);
    };
  }
}
