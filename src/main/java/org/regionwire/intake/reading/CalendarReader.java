package org.regionwire.intake.reading;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;

/** An event in iCalendar (RFC 5545): a calendar with one VEVENT. */
final class CalendarReader {
  private static final String BEGIN = "BEGIN:VCALENDAR";
  private static final String END = "END:VCALENDAR";

  /** An event, its alarms and its zones with all that ever changed in them. */
  private static final int MOST_COMPONENTS = 2_000;

  private static final Pattern COMPONENT = Pattern.compile("(?im)^BEGIN:");

  /** What an event would be wrong without. */
  private static final Set<String> TIMES = Set.of("DTSTART", "DTEND", "DURATION");

  ObjectNode read(byte[] body) {
    String text = Utf8.text(unfolded(body)).strip();
    refuseOtherThanCalendars(text);
    try (var reader = new ICalReader(new StringReader(text))) {
      ICalendar calendar = next(reader).orElseThrow(CalendarReader::noEvent);
      List<ParseWarning> warnings = reader.getWarnings();
      if (next(reader).isPresent()) {
        throw new Refused(422, "", "The submission holds several calendars; send one event.");
      }
      refuseRepetition(calendar);
      refuseUnclearTimes(warnings);
      return new CalendarEntry(calendar, event(calendar)).read();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  private static Optional<ICalendar> next(ICalReader reader) throws IOException {
    return Optional.ofNullable(reader.readNext());
  }

  private static Refused noEvent() {
    return new Refused(422, "", "The calendar holds no event (VEVENT); send one that does.");
  }

  /** Before decoding: a line may be folded within a character (section 3.1). */
  private static byte[] unfolded(byte[] body) {
    var out = new ByteArrayOutputStream(body.length);
    for (int i = 0; i < body.length; i++) {
      int end = body[i] == '\r' && i + 1 < body.length && body[i + 1] == '\n' ? i + 1 : i;
      boolean folds =
          body[end] == '\n'
              && end + 1 < body.length
              && (body[end + 1] == ' ' || body[end + 1] == '\t');
      if (folds) {
        i = end + 1;
      } else {
        out.write(body[i]);
      }
    }
    return out.toByteArray();
  }

  private static void refuseOtherThanCalendars(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    if (!upper.startsWith(BEGIN)) {
      throw new Refused(400, "", "The submission is not iCalendar; it must begin with " + BEGIN);
    }
    if (!upper.endsWith(END)) {
      throw new Refused(400, "", "The calendar is not whole; it must end with " + END);
    }
    if (COMPONENT.matcher(text).results().limit(MOST_COMPONENTS + 1).count() > MOST_COMPONENTS) {
      var detail = "The calendar has more than %,d components.";
      throw new Refused(400, "", Words.of(detail, MOST_COMPONENTS));
    }
  }

  private static VEvent event(ICalendar calendar) {
    var events = calendar.getEvents();
    if (events.isEmpty()) {
      throw noEvent();
    }
    if (events.size() > 1) {
      var detail = "The calendar holds %,d events; send each in a calendar of its own.";
      throw new Refused(422, "", Words.of(detail, events.size()));
    }
    return events.get(0);
  }

  private static void refuseRepetition(ICalendar calendar) {
    boolean repeats =
        calendar.getEvents().stream()
            .anyMatch(
                event ->
                    event.getRecurrenceRule() != null
                        || event.getRecurrenceId() != null
                        || !event.getRecurrenceDates().isEmpty());
    if (repeats) {
      throw new Refused(
          422,
          "/event",
          "comes again (RRULE, RDATE or RECURRENCE-ID); send each time as an event of its own");
    }
  }

  private static void refuseUnclearTimes(List<ParseWarning> warnings) {
    var problems =
        warnings.stream()
            .filter(warning -> TIMES.contains(String.valueOf(warning.getPropertyName())))
            .map(
                warning ->
                    new Problem(
                        "/event",
                        warning.getPropertyName()
                            + " cannot be understood: "
                            + Words.sentence(warning.getMessage())))
            .toList();
    if (!problems.isEmpty()) {
      throw new Refused(422, problems);
    }
  }
}
