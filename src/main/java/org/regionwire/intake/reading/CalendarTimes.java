package org.regionwire.intake.reading;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Duration;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;

/**
 * When an event is, as the JSON form has it: whole days with the last one as their end, times with
 * the IANA name of their zone, or with an offset where the zone has no such name.
 */
final class CalendarTimes {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private final ICalendar calendar;
  private final VEvent event;

  CalendarTimes(ICalendar calendar, VEvent event) {
    this.calendar = calendar;
    this.event = event;
  }

  /**
   * Nothing when there is no start: the schema says so.
   *
   * @throws Refused 422 when a day does not exist, or time runs out of bounds
   */
  void write(ObjectNode happening) {
    var start = Optional.ofNullable(event.getDateStart()).filter(time -> time.getValue() != null);
    try {
      start.ifPresent(time -> write(time, happening));
    } catch (DateTimeException | ArithmeticException e) {
      String reason = Words.sentence(String.valueOf(e.getMessage()));
      throw new Refused(422, "/event", "has a time that does not exist: " + reason);
    }
  }

  private void write(DateOrDateTimeProperty start, ObjectNode happening) {
    var raw = start.getValue().getRawComponents();
    if (!start.getValue().hasTime()) {
      happening.put("start", day(raw));
      lastDay(raw).ifPresent(last -> happening.put("end", last));
      return;
    }
    var zone = zone(start);
    zone.ifPresent(name -> happening.put("timezone", name));
    happening.put("start", time(start, zone));
    end(start, zone).ifPresent(end -> happening.put("end", end));
  }

  private Optional<String> end(DateOrDateTimeProperty start, Optional<String> zone) {
    var given = Optional.ofNullable(event.getDateEnd()).filter(time -> time.getValue() != null);
    if (given.isPresent()) {
      return given.map(end -> end.getValue().hasTime() ? time(end, zone) : day(end));
    }
    return duration()
        .filter(length -> length.toMillis() > 0)
        .map(length -> local(start.getValue().getRawComponents()).plusSeconds(seconds(length)))
        .map(end -> end + offset(start, zone));
  }

  /** The end of days is exclusive (RFC 5545 section 3.6.1). */
  private Optional<String> lastDay(DateTimeComponents start) {
    LocalDate first = date(start);
    var after =
        Optional.ofNullable(event.getDateEnd())
            .filter(time -> time.getValue() != null)
            .map(time -> date(time.getValue().getRawComponents()))
            .or(() -> duration().map(length -> first.plusDays(seconds(length) / 86_400)));
    return after
        .map(end -> end.equals(first) ? first : end.minusDays(1))
        .filter(last -> !last.equals(first))
        .map(LocalDate::toString);
  }

  private Optional<Duration> duration() {
    return Optional.ofNullable(event.getDuration()).map(property -> property.getValue());
  }

  private static long seconds(Duration length) {
    return length.toMillis() / 1_000;
  }

  private static String day(DateOrDateTimeProperty time) {
    return day(time.getValue().getRawComponents());
  }

  /** Also of a day that does not exist, for the sender to be told. */
  private static String day(DateTimeComponents raw) {
    return "%04d-%02d-%02d".formatted(raw.getYear(), raw.getMonth(), raw.getDate());
  }

  private String time(DateOrDateTimeProperty time, Optional<String> zone) {
    var raw = time.getValue().getRawComponents();
    String clock = "T%02d:%02d:%02d".formatted(raw.getHour(), raw.getMinute(), raw.getSecond());
    return day(raw) + clock + offset(time, zone);
  }

  /** Empty when the zone of the event says it, or when nobody does. */
  private String offset(DateOrDateTimeProperty time, Optional<String> zone) {
    if (time.getValue().getRawComponents().isUtc()) {
      return "Z";
    }
    if (zone.isPresent() && zone.equals(zone(time))) {
      return "";
    }
    return assignment(time)
        .map(there -> there.getTimeZone().getOffset(time.getValue().getTime()) / 1_000)
        .map(seconds -> ZoneOffset.ofTotalSeconds(seconds - seconds % 60).getId())
        .orElse("");
  }

  /** The IANA name, which some put behind a path of their own. */
  private Optional<String> zone(DateOrDateTimeProperty time) {
    return assignment(time)
        .map(there -> there.getTimeZone().getID())
        .flatMap(
            id ->
                ZONES.contains(id)
                    ? Optional.of(id)
                    : ZONES.stream()
                        .filter(name -> name.indexOf('/') > 0 && id.endsWith("/" + name))
                        .findFirst());
  }

  private Optional<TimezoneAssignment> assignment(DateOrDateTimeProperty time) {
    return Optional.ofNullable(calendar.getTimezoneInfo().getTimezone(time));
  }

  private static LocalDate date(DateTimeComponents raw) {
    return LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
  }

  private static LocalDateTime local(DateTimeComponents raw) {
    return date(raw).atTime(raw.getHour(), raw.getMinute(), raw.getSecond());
  }
}
