package org.regionwire.news;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A day, or a time on a day, as ISO 8601 writes it: {@code 2007-10-09}, {@code 2007-10-09T09:30},
 * or with an offset {@code 2007-10-09T09:30:00+02:00}.
 */
public record EventTime(LocalDate date, Optional<LocalTime> time, Optional<ZoneOffset> offset) {

  public static EventTime on(LocalDate date) {
    return new EventTime(date, Optional.empty(), Optional.empty());
  }

  /**
   * @throws DateTimeParseException if it is none of the three forms
   */
  public static EventTime parse(String text) {
    if (text.indexOf('T') < 0) {
      return on(LocalDate.parse(text));
    }
    var parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text, OffsetDateTime::from, java.time.LocalDateTime::from);
    if (parsed instanceof OffsetDateTime at) {
      return new EventTime(
          at.toLocalDate(), Optional.of(at.toLocalTime()), Optional.of(at.getOffset()));
    }
    var local = (java.time.LocalDateTime) parsed;
    return new EventTime(local.toLocalDate(), Optional.of(local.toLocalTime()), Optional.empty());
  }

  public boolean allDay() {
    return time.isEmpty();
  }

  /** The moment it starts in {@code zone}, which its own offset overrides. */
  public Instant instant(ZoneId zone) {
    ZoneId where = offset.<ZoneId>map(o -> o).orElse(zone);
    return date.atTime(time.orElse(LocalTime.MIDNIGHT)).atZone(where).toInstant();
  }

  @Override
  public String toString() {
    return date
        + time.map(t -> "T" + DateTimeFormatter.ISO_LOCAL_TIME.format(t)).orElse("")
        + offset.map(ZoneOffset::getId).orElse("");
  }
}
