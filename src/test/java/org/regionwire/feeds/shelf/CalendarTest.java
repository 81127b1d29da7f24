package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

class CalendarTest {
  private static final FeedKey MALMO = Desk.feed("malmo", FeedFormat.ICS);

  private final Desk desk = new Desk();

  @Test
  void an_event_tells_everything() throws Exception {
    var seminar = seminar("2026-03-09T09:30", "2026-03-09T11:00");
    desk.publishes(Draft.item("rich").inFull().with(seminar).about("ict"));
    var event = only(calendar(MALMO));
    assertThat(value(event, "UID")).isEqualTo(Draft.item("rich").id().tag());
    assertThat(value(event, "SUMMARY")).isEqualTo("Title of rich");
    assertThat(event.getRequiredProperty("SUMMARY").getParameter("LANGUAGE"))
        .hasValueSatisfying(tag -> assertThat(tag.getValue()).isEqualTo("sv"));
    assertThat(value(event, "DTSTART")).isEqualTo("20260309T093000");
    assertThat(event.getRequiredProperty("DTSTART").toString()).contains("TZID=Europe/Brussels");
    assertThat(value(event, "DTEND")).isEqualTo("20260309T110000");
    assertThat(value(event, "LOCATION"))
        .isEqualTo("Committee of the Regions, Rue Belliard 101 & 103, Brussels");
    assertThat(value(event, "GEO")).isEqualTo("50.840000;4.370000");
    assertThat(value(event, "URL")).isEqualTo(Desk.BASE + "/items/" + Draft.item("rich").id());
    assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(value(event, "CATEGORIES")).isEqualTo("ICT,Malmö");
    assertThat(value(event, "DESCRIPTION"))
        .startsWith("Short & <plain> of rich\n\nhttps://opendays.example/?a=1&b=2\n");
    assertThat(value(event, "X-ALT-DESC")).contains("<b>text</b> &amp; more");
    assertThat(values(event, "CONTACT")).containsExactly("Ann Ek", "City of Malmö");
    assertThat(value(event, "ATTACH")).isEqualTo("https://sender.example/programme.pdf");
    assertThat(value(event, "IMAGE")).isEqualTo("https://sender.example/a.png");
    assertThat(value(event, "DTSTAMP")).isEqualTo(value(event, "LAST-MODIFIED"));
  }

  @Test
  void a_calendar_says_what_it_is_and_has_no_method() throws Exception {
    var calendar = calendar(MALMO);
    assertThat(value(calendar, "NAME")).isEqualTo("Regionwire – Malmö");
    assertThat(value(calendar, "SOURCE")).isEqualTo(Desk.BASE + "/feeds/malmo.ics");
    assertThat(value(calendar, "URL")).isEqualTo(Desk.BASE + "/regions/malmo");
    assertThat(value(calendar, "REFRESH-INTERVAL")).isEqualTo("PT1H");
    assertThat(calendar.getProperty("METHOD")).isEmpty();
    assertThat(calendar.getComponents()).isEmpty();
  }

  @Test
  void news_is_in_no_calendar() throws Exception {
    desk.publishes(Draft.item("news"));
    assertThat(events(calendar(MALMO))).isEmpty();
  }

  @Test
  void whole_days_end_on_the_day_after_the_last() throws Exception {
    desk.publishes(
        Draft.item("one").with(event("2026-03-09", null)),
        Draft.item("three").with(event("2026-03-10", "2026-03-12")));
    assertThat(times(calendar(MALMO)))
        .containsExactly(
            "DTSTART;VALUE=DATE:20260309 DTEND;VALUE=DATE:20260310",
            "DTSTART;VALUE=DATE:20260310 DTEND;VALUE=DATE:20260313");
  }

  @Test
  void nothing_ends_after_the_last_day_that_calendars_can_say() throws Exception {
    desk.publishes(
        Draft.item("day").with(event("9999-12-31", null)),
        Draft.item("days").with(event("9999-12-30", "9999-12-31")),
        Draft.item("evening").with(event("9999-12-31T18:00", "9999-12-31")));
    assertThat(times(calendar(MALMO)))
        .containsExactly(
            "DTSTART;VALUE=DATE:99991230 DTEND;VALUE=DATE:99991231",
            "DTSTART;VALUE=DATE:99991231",
            "DTSTART:99991231T180000");
  }

  @Test
  void a_time_whose_zone_nobody_knows_is_told_as_it_was_given() throws Exception {
    desk.publishes(
        Draft.item("floats").with(event("2026-03-09T18:00", null)),
        Draft.item("offset").with(event("2026-03-10T18:00:00+02:00", "2026-03-10T19:00")),
        Draft.item("until the evening").with(event("2026-03-11T18:00", "2026-03-12")),
        Draft.item("point").with(event("2026-03-12T18:00", "2026-03-12T18:00")));
    assertThat(times(calendar(MALMO)))
        .containsExactly(
            "DTSTART:20260309T180000",
            "DTSTART:20260310T160000Z DTEND:20260310T170000Z",
            "DTSTART:20260311T180000 DTEND:20260313T000000",
            "DTSTART:20260312T180000");
  }

  @Test
  void the_second_of_two_equal_hours_is_told_in_utc() throws Exception {
    desk.publishes(
        Draft.item("first").with(in("Europe/Oslo", "2026-10-25T02:30:00+02:00")),
        Draft.item("second").with(in("Europe/Oslo", "2026-10-25T02:30:00+01:00")));
    assertThat(times(calendar(MALMO)))
        .containsExactly("DTSTART;TZID=Europe/Oslo:20261025T023000", "DTSTART:20261025T013000Z");
  }

  @Test
  void a_revision_keeps_the_uid_and_moves_sequence_and_time() throws Exception {
    var draft = Draft.item("a").with(event("2026-03-09", null));
    desk.publishes(draft);
    var first = only(calendar(MALMO));
    desk.publishes(draft.titled("Moved"));
    var second = only(calendar(MALMO));
    assertThat(value(second, "UID")).isEqualTo(value(first, "UID"));
    assertThat(value(first, "SEQUENCE")).isEqualTo("0");
    assertThat(value(second, "SEQUENCE")).isEqualTo("1");
    assertThat(value(second, "LAST-MODIFIED")).isGreaterThan(value(first, "LAST-MODIFIED"));
    assertThat(value(second, "CREATED")).isEqualTo(value(first, "CREATED"));
    assertThat(value(second, "SUMMARY")).isEqualTo("Moved");
  }

  @Test
  void what_is_withdrawn_is_cancelled_and_its_words_are_gone() throws Exception {
    var draft = Draft.item("a").inFull().with(seminar("2026-03-09T09:30", "2026-03-09T11:00"));
    desk.publishes(draft);
    desk.shelf.take(MALMO);
    desk.shelf.announce(desk.archive.withdraw(draft, "not true"));
    String text = Desk.text(desk.shelf.take(MALMO));
    var event = only(parse(text));
    assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
    assertThat(value(event, "SEQUENCE")).isEqualTo("1");
    assertThat(value(event, "DTSTART")).isEqualTo("20260309T093000");
    assertThat(value(event, "DESCRIPTION")).isEqualTo("not true");
    assertThat(text).doesNotContain("Title of a", "Short", "Belliard", "Ann Ek", "programme.pdf");
  }

  @Test
  void an_event_that_its_sender_cancels_keeps_its_words() throws Exception {
    var cancelled =
        new Event(
            EventTime.parse("2026-03-09"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Event.Status.CANCELLED);
    desk.publishes(Draft.item("a").with(cancelled));
    var event = only(calendar(MALMO));
    assertThat(value(event, "STATUS")).isEqualTo("CANCELLED");
    assertThat(value(event, "SUMMARY")).isEqualTo("Title of a");
  }

  @Test
  void an_event_leaves_when_it_is_long_over_by_the_clock_alone() throws Exception {
    desk.publishes(Draft.item("a").with(event("2026-03-01", "2026-03-03")));
    for (int i = 0; i < Desk.ENTRIES; i++) {
      desk.publishes(Draft.item("late " + i).with(event("2027-04-01", null)));
    }
    desk.shelf.take(MALMO);
    desk.clock.passes(Duration.ofDays(Calendars.PAST_DAYS));
    desk.shelf.expire();
    assertThat(Desk.text(desk.shelf.take(MALMO))).contains("Title of a");
    desk.clock.passes(Duration.ofDays(2));
    desk.shelf.expire();
    assertThat(Desk.text(desk.shelf.take(MALMO))).doesNotContain("Title of a");
  }

  @Test
  void what_feeds_show_is_in_the_calendar_however_long_ago_it_was() throws Exception {
    desk.publishes(Draft.item("old").with(Draft.seminar()));
    desk.shelf.take(MALMO);
    int readings = desk.archive.readings.get();
    desk.shelf.expire();
    assertThat(desk.archive.readings).hasValue(readings);
    assertThat(times(calendar(MALMO)))
        .containsExactly(
            "DTSTART;TZID=Europe/Brussels:20071009T093000"
                + " DTEND;TZID=Europe/Brussels:20071009T110000");
  }

  @Test
  void news_leaves_a_calendar_on_the_shelf_as_it_is() {
    desk.publishes(Draft.item("a").with(event("2026-03-09", null)));
    var before = desk.shelf.take(MALMO);
    int readings = desk.archive.readings.get();
    desk.publishes(Draft.item("news"));
    assertThat(desk.shelf.take(MALMO)).isSameAs(before);
    assertThat(desk.archive.readings).hasValue(readings);
    desk.publishes(Draft.item("b").with(event("2026-03-10", null)));
    assertThat(Desk.text(desk.shelf.take(MALMO))).contains("Title of b");
  }

  @Test
  void more_events_than_a_feed_has_entries_are_in_it() throws Exception {
    for (int i = 0; i < Desk.ENTRIES * 3; i++) {
      desk.publishes(Draft.item("e" + i).with(event("2026-04-0" + (1 + i % 9), null)));
    }
    assertThat(events(calendar(MALMO))).hasSize(Desk.ENTRIES * 3);
  }

  @Test
  void the_same_events_give_the_same_bytes() {
    desk.publishes(Draft.item("a").with(seminar("2026-03-09T09:30", "2026-03-09T11:00")));
    String before = Desk.text(desk.press.render(MALMO));
    desk.clock.passes(Duration.ofDays(1));
    assertThat(Desk.text(desk.press.render(MALMO))).isEqualTo(before);
  }

  @Test
  void no_line_is_longer_than_75_octets_and_no_character_is_cut() throws Exception {
    String title = "🫐å".repeat(200);
    desk.publishes(Draft.item("a").titled(title).with(event("2026-03-09", null)));
    byte[] bytes = desk.press.render(MALMO).identity().bytes().getBytes();
    String text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)) + "";
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line -> {
              assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
              assertThat(line).doesNotContain("\n", "\r");
            });
    assertThat(value(only(parse(text)), "SUMMARY")).isEqualTo(title);
  }

  @Test
  void one_event_alone_is_a_calendar_without_a_name() throws Exception {
    var item =
        desk.archive.add(Draft.item("a").with(seminar("2026-03-09T09:30", "2026-03-09T11:00")));
    var bytes = desk.press.calendar(item.get(0)).orElseThrow();
    var calendar = parse(new String(bytes, StandardCharsets.UTF_8));
    assertThat(value(only(calendar), "SUMMARY")).isEqualTo("Title of a");
    assertThat(calendar.getProperty("NAME")).isEmpty();
    assertThat(calendar.getComponents("VTIMEZONE")).hasSize(1);
    assertThat(desk.press.calendar(desk.archive.add(Draft.item("news")).get(0))).isEmpty();
  }

  private static Event seminar(String start, String end) {
    var whole = Draft.seminar();
    return new Event(
        EventTime.parse(start),
        Optional.of(EventTime.parse(end)),
        whole.timezone(),
        whole.place(),
        whole.url(),
        whole.status());
  }

  private static Event in(String zone, String start) {
    return new Event(
        EventTime.parse(start),
        Optional.empty(),
        Optional.of(ZoneId.of(zone)),
        Optional.empty(),
        Optional.<URI>empty(),
        Event.Status.CONFIRMED);
  }

  private static Event event(String start, String end) {
    return new Event(
        EventTime.parse(start),
        Optional.ofNullable(end).map(EventTime::parse),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Event.Status.CONFIRMED);
  }

  private Calendar calendar(FeedKey key) throws Exception {
    return parse(Desk.text(desk.press.render(key)));
  }

  private static Calendar parse(String text) throws Exception {
    return new CalendarBuilder().build(new StringReader(text));
  }

  private static List<VEvent> events(Calendar calendar) {
    return calendar.getComponents(Component.VEVENT);
  }

  private static VEvent only(Calendar calendar) {
    assertThat(events(calendar)).hasSize(1);
    return events(calendar).get(0);
  }

  /** As the lines stand in it. */
  private static List<String> times(Calendar calendar) {
    return events(calendar).stream()
        .map(
            event ->
                List.of("DTSTART", "DTEND").stream()
                    .flatMap(name -> event.getProperty(name).stream())
                    .map(property -> property.toString().strip())
                    .collect(java.util.stream.Collectors.joining(" ")))
        .toList();
  }

  private static String value(net.fortuna.ical4j.model.PropertyContainer of, String name) {
    return of.getRequiredProperty(name).getValue();
  }

  private static List<String> values(VEvent event, String name) {
    return event.getProperties(name).stream().map(p -> p.getValue()).toList();
  }
}
