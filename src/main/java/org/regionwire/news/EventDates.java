package org.regionwire.news;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;

/**
 * When an event is, in English: {@code 13–15 June 2007}, {@code 9 October 2007, 09:30–12:00
 * (Brussels time)}. Its own zone comes first, then the region's; without either a time stands as
 * the sender wrote it.
 */
public final class EventDates {
  private static final DateWords ENGLISH = EnglishDates.words(EnglishDates::day);

  private final Optional<ZoneId> zone;
  private final Point start;
  private final Optional<Point> end;

  private EventDates(Optional<ZoneId> zone, Point start, Optional<Point> end) {
    this.zone = zone;
    this.start = start;
    this.end = end;
  }

  public static EventDates of(Event event, Optional<ZoneId> regionZone) {
    var zone = event.timezone().or(() -> regionZone);
    return new EventDates(
        zone, Point.of(event.start(), zone), event.end().map(end -> Point.of(end, zone)));
  }

  public String text() {
    if (isTimed()) {
      return span(ENGLISH) + clocks().map(there -> " (" + ENGLISH.zone(there) + ")").orElse("");
    }
    return EnglishDates.days(start.date(), last().date());
  }

  /**
   * In another language, with days of the week, and with the zone only where the reader's clocks
   * show another time.
   */
  public String textFor(ZoneId reader, DateWords words) {
    var foreign = clocks().filter(there -> isTimed() && differs(there, reader));
    return span(words) + foreign.map(there -> " (" + words.zone(there) + ")").orElse("");
  }

  /** For {@code datetime} and schema.org: a date, or a time with its offset where it is known. */
  public String startMachine() {
    return start.machine();
  }

  public Optional<String> endMachine() {
    return end.map(Point::machine);
  }

  /** Where no zone is known, in UTC. */
  public Instant starts() {
    return start.instant(zone);
  }

  /** An event without an end time lasts to the end of its last day. */
  public boolean overAt(Instant now) {
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

  private boolean isTimed() {
    return start.time().isPresent() || last().time().isPresent();
  }

  private String span(DateWords words) {
    Point last = last();
    Function<LocalDate, String> day = words::day;
    if (!start.date().equals(last.date())) {
      return start.text(day) + " – " + last.text(day);
    }
    if (last.time().isEmpty() || last.time().equals(start.time())) {
      return start.text(day);
    }
    String until = EnglishDates.hour(last.time().get());
    return start.text(day) + (start.time().isPresent() ? "–" + until : words.until(until));
  }

  private Optional<ZoneId> clocks() {
    return zone.or(start::offset);
  }

  private boolean differs(ZoneId there, ZoneId reader) {
    Instant at = starts();
    return !there.getRules().getOffset(at).equals(reader.getRules().getOffset(at));
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

    String text(Function<LocalDate, String> day) {
      return day.apply(date) + time.map(t -> ", " + EnglishDates.hour(t)).orElse("");
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
