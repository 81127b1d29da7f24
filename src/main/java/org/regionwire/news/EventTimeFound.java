package org.regionwire.news;

import java.util.Optional;

/**
 * When an event is, as its text says, and the evidence.
 *
 * @param end of whole days the last one; empty when the text names one day or moment only
 * @param yearInferred the text names no year; it was concluded from the date of publication, from
 *     the day of the week or from another date in the text
 * @param field {@code title}, {@code summary} or {@code content}; {@code body} from the finder,
 *     which reads both as one
 * @param offset of {@code text} in the field's plain text, in UTF-16 code units
 * @param text the date as it stands there
 * @param confidence from 0 to 1
 * @param why a sentence for the sender
 */
public record EventTimeFound(
    EventTime start,
    Optional<EventTime> end,
    boolean yearInferred,
    String field,
    int offset,
    String text,
    double confidence,
    String why) {

  Event event() {
    return new Event(
        start, end, Optional.empty(), Optional.empty(), Optional.empty(), Event.Status.CONFIRMED);
  }
}
