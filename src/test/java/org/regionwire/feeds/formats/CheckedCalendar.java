package org.regionwire.feeds.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.Excerpt;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;

/** A calendar as others read it: by ical4j. */
final class CheckedCalendar {
  private CheckedCalendar() {}

  /**
   * That each event is there and says what is expected of it.
   *
   * @param items what the calendar is of, by the ids of what is expected
   */
  static void check(String text, Map<String, Told> expected, Map<String, PublishedItem> items)
      throws Exception {
    var calendar = new CalendarBuilder().build(new StringReader(text));
    List<VEvent> events = calendar.getComponents(Component.VEVENT);
    var kinds = new ArrayList<String>();
    for (VEvent event : events) {
      var item = expected.get(value(event, "UID").orElseThrow());
      kinds.add(value(event, "UID").orElseThrow());
      assertThat(value(event, "SUMMARY")).contains(item.title());
      assertThat(value(event, "URL")).contains(item.link());
      assertThat(value(event, "CREATED").map(CheckedCalendar::utc)).contains(item.published());
      assertThat(value(event, "X-ALT-DESC")).isEqualTo(item.html());
      assertThat(value(event, "DESCRIPTION").orElseThrow())
          .startsWith(
              items
                  .get(value(event, "UID").orElseThrow())
                  .item()
                  .summary()
                  .map(s -> Excerpt.of(s, 1_000))
                  .orElse(""))
          .endsWith(item.link());
      assertThat(event.getProperties("CONTACT").stream().map(p -> p.getValue()).toList())
          .isEqualTo(item.authors());
      assertThat(event.getProperty("SUMMARY").flatMap(p -> p.getParameter("LANGUAGE")))
          .isEqualTo(item.language().map(net.fortuna.ical4j.model.parameter.Language::new));
      checkTimes(event, items.get(value(event, "UID").orElseThrow()));
      checkFiles(event, item.files());
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            items.values().stream()
                .filter(item -> item.kind() == Kind.EVENT)
                .map(item -> item.id().tag())
                .toList());
  }

  private static void checkTimes(VEvent event, PublishedItem item) {
    var told = item.event().orElseThrow();
    assertThat(moment(event.getDateTimeStart().getDate())).isEqualTo(moment(told.start()));
    boolean days = told.start().allDay();
    // a calendar's last day is the one after (RFC 5545 section 3.6.1)
    assertThat(Optional.ofNullable(event.getDateTimeEnd()).map(p -> moment(p.getDate())))
        .isEqualTo(
            told.end()
                .or(() -> Optional.of(told.start()).filter(start -> days))
                .map(end -> moment(end).plusSeconds(days ? 86_400 : 0)));
    assertThat(value(event, "STATUS")).contains(told.status().name());
    assertThat(value(event, "LOCATION")).isEqualTo(told.place().flatMap(Event.Place::line));
    assertThat(value(event, "GEO")).isEqualTo(told.place().map(place -> "-1.500000;0.100000"));
    assertThat(value(event, "SEQUENCE")).contains(Integer.toString(item.revision() - 1));
  }

  private static void checkFiles(VEvent event, List<Told.File> files) {
    assertThat(
            event.getProperties("ATTACH").stream()
                .map(p -> p.getValue() + " " + p.getParameter("FMTTYPE").get().getValue())
                .toList())
        .isEqualTo(files.stream().map(file -> file.url() + " " + file.type()).toList());
  }

  private static Instant moment(java.time.temporal.Temporal time) {
    return time instanceof java.time.LocalDate day
        ? day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
        : Instant.from(time);
  }

  private static Instant moment(EventTime time) {
    return time.offset()
        .map(offset -> time.date().atTime(time.time().orElseThrow()).toInstant(offset))
        .or(() -> time.time().map(at -> time.date().atTime(at).atZone(AnyItems.ZONE).toInstant()))
        .orElseGet(() -> time.date().atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
  }

  private static Optional<String> value(VEvent event, String name) {
    return event.getProperty(name).map(property -> property.getValue());
  }

  private static Instant utc(String text) {
    return java.time.LocalDateTime.parse(
            text.replace("Z", ""), DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"))
        .toInstant(java.time.ZoneOffset.UTC);
  }
}
