package org.regionwire.digest.letters;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

/** Says when an event is, at the clocks of the place where it is. */
final class EventWhen {
  private final Wording wording;
  private final ZoneId readers;

  EventWhen(Wording wording, ZoneId readers) {
    this.wording = wording;
    this.readers = readers;
  }

  String of(Event event) {
    return wording.status(event.status()) + span(event) + elsewhere(event);
  }

  private String span(Event event) {
    var start = event.start();
    if (event.end().isEmpty() || event.end().get().equals(start)) {
      return moment(start);
    }
    var end = event.end().get();
    if (!end.date().equals(start.date())) {
      return moment(start) + " – " + moment(end);
    }
    return moment(start) + end.time().map(time -> "–" + time).orElse("");
  }

  private String moment(EventTime when) {
    return wording.date(when.date()) + when.time().map(time -> ", " + time).orElse("");
  }

  /** The zone, where the reader's clocks show another time. */
  private String elsewhere(Event event) {
    var start = event.start();
    if (start.allDay()) {
      return "";
    }
    var zone = event.timezone().or(() -> start.offset().map(ZoneId.class::cast));
    if (zone.isEmpty()) {
      return "";
    }
    var at = start.instant(zone.get());
    boolean same = offset(zone.get(), at).equals(offset(readers, at));
    return same ? "" : " (" + (zone.get() instanceof ZoneOffset ? "UTC" : "") + zone.get() + ")";
  }

  private static ZoneOffset offset(ZoneId zone, java.time.Instant at) {
    return zone.getRules().getOffset(at);
  }
}
