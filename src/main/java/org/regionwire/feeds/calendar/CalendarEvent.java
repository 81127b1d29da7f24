package org.regionwire.feeds.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.Event;

/**
 * An item as calendars show it: one VEVENT.
 *
 * @param uid for ever
 * @param sequence one more with every revision
 * @param modified when this revision came
 * @param event when and where; cancelled when it was withdrawn
 * @param regionZone where it is, when the event does not say in which zone its times are
 * @param description plain text
 * @param html the same and more, or empty
 * @param url the item's page
 */
public record CalendarEvent(
    String uid,
    int sequence,
    Instant created,
    Instant modified,
    Event event,
    Optional<ZoneId> regionZone,
    String title,
    Optional<String> language,
    Optional<String> description,
    Optional<String> html,
    String url,
    List<String> contacts,
    List<String> categories,
    List<File> files) {

  /** A picture or an attachment, and its media type. */
  public record File(String url, String type) {}

  public CalendarEvent {
    contacts = List.copyOf(contacts);
    categories = List.copyOf(categories);
    files = List.copyOf(files);
  }

  Span span() {
    return Span.of(event, regionZone);
  }
}
