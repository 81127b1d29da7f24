package org.regionwire.feeds.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a calendar holds, and what it says about itself (RFC 7986 section 5).
 *
 * @param uid for ever
 * @param name of the calendar; empty for a single event
 * @param source its own address
 * @param url a page that shows the same
 * @param modified when the last of its events did
 */
public record CalendarPage(
    String uid,
    Optional<String> name,
    String description,
    String source,
    String url,
    Optional<Instant> modified,
    List<CalendarEvent> events) {

  public CalendarPage {
    events = List.copyOf(events);
  }
}
