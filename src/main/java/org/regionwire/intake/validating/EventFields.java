package org.regionwire.intake.validating;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.regionwire.intake.Mistake;
import org.regionwire.news.Event;
import org.regionwire.news.Event.Place;
import org.regionwire.news.Event.Status;
import org.regionwire.news.EventTime;
import org.regionwire.region.Nearest;

/** The event of an item. */
final class EventFields {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private EventFields() {}

  static Optional<Event> read(Fields event) {
    var start = event.parsed("start", EventFields::time);
    var end = event.parsed("end", EventFields::time);
    var zone = event.parsed("timezone", EventFields::zone);
    var place = event.object("place").flatMap(EventFields::place);
    var url = event.parsed("url", WebAddress::parse);
    var status = event.text("status").map(word -> Status.valueOf(word.toUpperCase(Locale.ROOT)));
    if (start.isEmpty()) {
      return Optional.empty();
    }
    if (end.isPresent() && isBefore(end.get(), start.get(), zone)) {
      event.problem("end", "is before the start");
    }
    return Optional.of(
        new Event(start.get(), end, zone, place, url, status.orElse(Status.CONFIRMED)));
  }

  private static EventTime time(String text) {
    EventTime time;
    try {
      time = EventTime.parse(text.toUpperCase(Locale.ROOT));
    } catch (DateTimeException e) {
      throw new Mistake("is not a date that exists");
    }
    // also in UTC, as calendars say some times
    if (time.date().getYear() < 1 || time.instant(ZoneOffset.UTC).isAfter(LAST)) {
      throw new Mistake("is not in the years 1 to 9999, which calendars can say");
    }
    return time;
  }

  private static ZoneId zone(String name) {
    if (ZONES.contains(name)) {
      return ZoneId.of(name);
    }
    String hint =
        Nearest.among(ZONES).to(name).stream()
            .findFirst()
            .map(near -> "; did you mean `" + near + "`?")
            .orElse("");
    throw new Mistake("is not an IANA time zone such as Europe/Stockholm" + hint);
  }

  private static Optional<Place> place(Fields place) {
    return place.tree().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Place(
                place.text("name"),
                place.text("address"),
                place.number("lat"),
                place.number("lon")));
  }

  private static boolean isBefore(EventTime end, EventTime start, Optional<ZoneId> zone) {
    ZoneId where = zone.or(start::offset).or(end::offset).orElse(ZoneOffset.UTC);
    Instant last =
        end.allDay()
            ? end.date().plusDays(1).atStartOfDay(where).toInstant().minusNanos(1)
            : end.instant(where);
    return last.isBefore(start.instant(where));
  }
}
