package org.regionwire.feeds.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * A zone that events are in: a VTIMEZONE.
 *
 * @param earliest of the times in it
 * @param latest of them
 */
record ZonesUsed(ZoneId zone, Instant earliest, Instant latest) {

  /** Each once, in the order of their names. */
  static Collection<ZonesUsed> of(List<CalendarEvent> events) {
    var used = new TreeMap<String, ZonesUsed>();
    events.stream()
        .flatMap(event -> event.span().times())
        .filter(time -> time.zone().isPresent())
        .map(time -> new ZonesUsed(time.zone().get(), time.instant(), time.instant()))
        .forEach(one -> used.merge(one.zone().getId(), one, ZonesUsed::and));
    return used.values();
  }

  private ZonesUsed and(ZonesUsed other) {
    return new ZonesUsed(
        zone,
        earliest.isBefore(other.earliest) ? earliest : other.earliest,
        latest.isAfter(other.latest) ? latest : other.latest);
  }

  void write(Lines out) {
    out.begin("VTIMEZONE");
    out.plain("TZID", zone.getId());
    new ClockChanges(zone.getRules())
        .between(earliest, latest)
        .forEach(observance -> observance.write(out));
    out.end("VTIMEZONE");
  }
}
