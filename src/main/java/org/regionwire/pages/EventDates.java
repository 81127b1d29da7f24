package org.regionwire.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

/**
 * When an event is, in English: {@code 13–15 June 2007}, {@code 9 October 2007, 09:30–12:00
 * (Brussels time)}. Its own zone comes first, then the region's; without either a time stands as
 * the sender wrote it.
 */
final class EventDates {
  private static final DateTimeFormatter DAY_MONTH =
      DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

  private final Optional<ZoneId> zone;
  private final Point start;
  private final Optional<Point> end;

  private EventDates(Optional<ZoneId> zone, Point start, Optional<Point> end) {
    this.zone = zone;
    this.start = start;
    this.end = end;
  }

  static EventDates of(Event event, Optional<ZoneId> regionZone) {
    var zone = event.timezone().or(() -> regionZone);
    return new EventDates(
        zone, Point.of(event.start(), zone), event.end().map(end -> Point.of(end, zone)));
  }

  String text() {
    Point last = last();
    if (start.time().isPresent() || last.time().isPresent()) {
      return timed(last) + zoneText();
    }
    return days(start.date(), last.date());
  }

  /** For {@code datetime} and schema.org: a date, or a time with its offset where it is known. */
  String startMachine() {
    return start.machine();
  }

  Optional<String> endMachine() {
    return end.map(Point::machine);
  }

  /** Where no zone is known, in UTC. */
  Instant starts() {
    return start.instant(zone);
  }

  /** An event without an end time lasts to the end of its last day. */
  boolean overAt(Instant now) {
    Point last = last();
    if (end.isPresent() && last.time().isPresent()) {
      return !last.instant(zone).isAfter(now);
    }
    var dayAfter = new Point(last.date().plusDays(1), Optional.empty(), last.offset());
    return !dayAfter.instant(zone).isAfter(now);
  }

  private Point last() {
    return end.orElse(new Point(start.date(), Optional.empty(), start.offset()));
  }

  private String timed(Point last) {
    if (!start.date().equals(last.date())) {
      return start.text() + " – " + last.text();
    }
    if (last.time().isEmpty() || last.time().equals(start.time())) {
      return start.text();
    }
    String until = Times.HOUR.format(last.time().get());
    return start.text() + (start.time().isPresent() ? "–" : ", until ") + until;
  }

  private String zoneText() {
    return zone.or(start::offset).map(z -> " (" + Times.zoneName(z) + ")").orElse("");
  }

  private static String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return Times.DAY.format(first);
    }
    if (first.getYear() != last.getYear()) {
      return Times.DAY.format(first) + " – " + Times.DAY.format(last);
    }
    if (first.getMonth() != last.getMonth()) {
      return DAY_MONTH.format(first) + " – " + Times.DAY.format(last);
    }
    return first.getDayOfMonth() + "–" + Times.DAY.format(last);
  }

  /** A day or a time as it is called in the zone. */
  private record Point(LocalDate date, Optional<LocalTime> time, Optional<ZoneOffset> offset) {

    static Point of(EventTime at, Optional<ZoneId> zone) {
      if (at.time().isEmpty() || zone.isEmpty()) {
        return new Point(at.date(), at.time(), at.offset());
      }
      var there = at.instant(zone.get()).atZone(zone.get());
      return new Point(
          there.toLocalDate(), Optional.of(there.toLocalTime()), Optional.of(there.getOffset()));
    }

    Instant instant(Optional<ZoneId> zone) {
      return new EventTime(date, time, offset).instant(zone.orElse(ZoneOffset.UTC));
    }

    String text() {
      return Times.DAY.format(date) + time.map(t -> ", " + Times.HOUR.format(t)).orElse("");
    }

    String machine() {
      if (time.isEmpty()) {
        return date.toString();
      }
      var local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.atTime(time.get()));
      return local + offset.map(ZoneOffset::getId).orElse("");
    }
  }
}
