package org.regionwire.intake.validating;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.regionwire.intake.Mistake;

/**
 * A date and time (RFC 3339), or a whole day in UTC.
 *
 * @param end of a day the first instant after it; else the same as {@code start}
 */
record Moment(Instant start, Instant end) {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  /** Where it is earliest in the world, a day begins this long before it does in UTC. */
  private static final Duration DAYS_DIFFER = Duration.ofHours(14);

  static Moment parse(String text) {
    try {
      if (text.length() == 10) {
        LocalDate day = LocalDate.parse(text);
        return new Moment(midnight(day), midnight(day.plusDays(1)));
      }
      Instant at = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
      return new Moment(at, at);
    } catch (DateTimeException e) {
      throw new Mistake("is not a date that exists");
    }
  }

  /** Whether it is later than {@code now} for a sender anywhere, with a clock not quite right. */
  boolean isFuture(Instant now) {
    return start.isAfter(now.plus(start.equals(end) ? CLOCKS_DIFFER : DAYS_DIFFER));
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
