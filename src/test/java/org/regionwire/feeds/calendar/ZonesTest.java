package org.regionwire.feeds.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

/** What others make of our VTIMEZONEs, beside what Java knows of the zones. */
class ZonesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Stockholm",
        "Europe/Dublin",
        "Europe/Moscow",
        "Europe/Kaliningrad",
        "America/Nuuk",
        "America/New_York",
        "America/Santiago",
        "America/Sao_Paulo",
        "Asia/Jerusalem",
        "Asia/Kolkata",
        "Asia/Tehran",
        "Africa/Cairo",
        "Africa/Casablanca",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Chatham",
        "Etc/GMT+3"
      })
  void the_clocks_of_a_zone_are_told_as_they_are(String name) throws Exception {
    var zone = ZoneId.of(name);
    for (int year : List.of(1985, 2007, 2026)) {
      check(zone, ofYear(zone, year));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Stockholm", "America/New_York", "Australia/Lord_Howe"})
  void rules_hold_for_ever(String name) throws Exception {
    var zone = ZoneId.of(name);
    var events = new ArrayList<CalendarEvent>(ofYear(zone, 1985));
    events.addAll(ofYear(zone, 2040));
    check(zone, events);
  }

  private static List<CalendarEvent> ofYear(ZoneId zone, int year) {
    var events = new ArrayList<CalendarEvent>();
    for (int month = 1; month <= 12; month++) {
      events.add(event(zone, LocalDateTime.of(year, month, 10, 9, 30)));
      events.add(event(zone, LocalDateTime.of(year, month, 28, 23, 30)));
    }
    return events;
  }

  private static void check(ZoneId zone, List<CalendarEvent> events) throws Exception {
    var told = new TimeZone(told(events));
    for (var event : events) {
      Instant at = event.span().start().instant();
      assertThat(told.getOffset(at.toEpochMilli()) / 1000)
          .as(zone + " " + at)
          .isEqualTo(zone.getRules().getOffset(at).getTotalSeconds());
    }
  }

  @Test
  void a_zone_of_today_is_two_rules() {
    String text = text(List.of(event(ZoneId.of("Europe/Oslo"), at("2026-05-01T10:00"))));
    assertThat(text)
        .containsOnlyOnce("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
        .containsOnlyOnce("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
        .containsOnlyOnce("BEGIN:DAYLIGHT")
        .containsOnlyOnce("BEGIN:STANDARD");
  }

  @Test
  void each_zone_is_told_once_and_utc_not_at_all() {
    var oslo = ZoneId.of("Europe/Oslo");
    var text =
        text(
            List.of(
                event(oslo, at("2026-05-01T10:00")),
                event(oslo, at("2026-12-01T10:00")),
                event(ZoneId.of("UTC"), at("2026-12-01T10:00"))));
    assertThat(text).containsOnlyOnce("BEGIN:VTIMEZONE").contains("DTSTART:20261201T100000Z");
  }

  private static LocalDateTime at(String local) {
    return LocalDateTime.parse(local);
  }

  private static VTimeZone told(List<CalendarEvent> events) throws Exception {
    var calendar = new CalendarBuilder().build(new StringReader(text(events)));
    List<VTimeZone> zones = calendar.getComponents(Component.VTIMEZONE);
    assertThat(zones).hasSize(1);
    return zones.get(0);
  }

  private static String text(List<CalendarEvent> events) {
    var page = new CalendarPage("u", Optional.empty(), "", "", "", Optional.empty(), events);
    return new String(new CalendarWriter().write(page), StandardCharsets.UTF_8);
  }

  private static CalendarEvent event(ZoneId zone, LocalDateTime start) {
    var event =
        new Event(
            new EventTime(start.toLocalDate(), Optional.of(start.toLocalTime()), Optional.empty()),
            Optional.empty(),
            Optional.of(zone),
            Optional.empty(),
            Optional.empty(),
            Event.Status.CONFIRMED);
    return new CalendarEvent(
        "uid",
        0,
        Instant.EPOCH,
        Instant.EPOCH,
        event,
        Optional.empty(),
        "title",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "https://wire.example/",
        List.of(),
        List.of(),
        List.of());
  }
}
