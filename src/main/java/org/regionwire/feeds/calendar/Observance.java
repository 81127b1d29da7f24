package org.regionwire.feeds.calendar;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * From when on the clocks of a zone show another time (RFC 5545 section 3.6.5).
 *
 * @param start by the clocks before
 * @param rule how it comes again every year (RECUR of section 3.3.10)
 */
record Observance(
    boolean daylight, LocalDateTime start, ZoneOffset from, ZoneOffset to, Optional<String> rule) {

  void write(Lines out) {
    String component = daylight ? "DAYLIGHT" : "STANDARD";
    out.begin(component);
    out.plain("DTSTART", CalendarTime.floating(start).text());
    rule.ifPresent(recurrence -> out.plain("RRULE", recurrence));
    out.plain("TZOFFSETFROM", offset(from));
    out.plain("TZOFFSETTO", offset(to));
    out.end(component);
  }

  /** Without colons, and never -0000 (section 3.3.14). */
  private static String offset(ZoneOffset offset) {
    return offset.equals(ZoneOffset.UTC) ? "+0000" : offset.getId().replace(":", "");
  }
}
