package org.regionwire.feeds.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

/**
 * From when until when.
 *
 * @param end exclusive, of the form of a day when {@code start} is; empty when it is not known, or
 *     not after the start (RFC 5545 section 3.8.2.2)
 */
record Span(CalendarTime start, Optional<CalendarTime> end) {
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /**
   * @param regionZone where the event is, when it does not say in which zone its times are
   */
  static Span of(Event event, Optional<ZoneId> regionZone) {
    var start = event.start();
    if (start.allDay()) {
      var last = event.end().map(EventTime::date).orElse(start.date());
      return new Span(
          CalendarTime.day(start.date()),
          Optional.of(after(last)).filter(start.date()::isBefore).map(CalendarTime::day));
    }
    var zone =
        event
            .timezone()
            .or(() -> regionZone)
            .or(start::offset)
            .or(() -> event.end().flatMap(EventTime::offset));
    var from = time(start, zone);
    var until =
        event.end().map(end -> end.allDay() ? endOf(end, start) : end).map(end -> time(end, zone));
    return new Span(from, until.filter(end -> end.instant().isAfter(from.instant())));
  }

  /** The midnight after the day. */
  private static EventTime endOf(EventTime day, EventTime start) {
    return new EventTime(after(day.date()), Optional.of(LocalTime.MIDNIGHT), start.offset());
  }

  /** After the last one that calendars can say there is none. */
  private static LocalDate after(LocalDate day) {
    return day.isBefore(LAST) ? day.plusDays(1) : day;
  }

  private static CalendarTime time(EventTime time, Optional<? extends ZoneId> zone) {
    return zone.map(there -> CalendarTime.at(time.instant(there), there))
        .orElseGet(
            () ->
                CalendarTime.floating(time.date().atTime(time.time().orElse(LocalTime.MIDNIGHT))));
  }

  Stream<CalendarTime> times() {
    return Stream.concat(Stream.of(start), end.stream());
  }
}
