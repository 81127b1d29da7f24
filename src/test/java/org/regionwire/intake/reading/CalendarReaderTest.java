package org.regionwire.intake.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.intake.Desk;
import org.regionwire.news.Event;
import org.regionwire.news.Format;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;

class CalendarReaderTest {
  private static final String WINDOWS_ZONE =
      """
      BEGIN:VTIMEZONE
      TZID:W. Europe Standard Time
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  private final Desk desk = new Desk();

  @Test
  void an_event_is_read() {
    var item =
        accepts(
            """
            UID:20260509-1@malmo.example
            DTSTAMP:20260501T080000Z
            SUMMARY;LANGUAGE=sv:Hamnen\\, dag 1
            DESCRIPTION:Första raden\\nandra <raden>\\n\\nnytt stycke
            DTSTART;TZID=Europe/Stockholm:20260509T093000
            DTEND;TZID=Europe/Stockholm:20260509T110000
            LOCATION:Hamnen\\, Malmö
            GEO:55.61;13.0
            URL:https://malmo.example/hamn?a=1&b=2
            STATUS:TENTATIVE
            ORGANIZER;CN=Malmö stad:mailto:hamn@malmo.example
            CATEGORIES:WHATEVER
            ATTACH;FMTTYPE=application/pdf:https://malmo.example/a.pdf
            ATTACH:CID:part@x
            """);
    assertThat(item.origin().senderId()).contains("20260509-1@malmo.example");
    assertThat(item.kind()).contains(Kind.EVENT);
    assertThat(item.title()).isEqualTo("Hamnen, dag 1");
    assertThat(item.language()).contains("sv");
    assertThat(item.content())
        .contains("<p>Första raden<br />andra &lt;raden&gt;</p><p>nytt stycke</p>");
    assertThat(item.link()).contains(URI.create("https://malmo.example/hamn?a=1&b=2"));
    assertThat(item.organisation()).contains("Malmö stad");
    assertThat(item.attachments()).hasSize(1);
    var event = item.event().orElseThrow();
    assertThat(event.start()).hasToString("2026-05-09T09:30:00");
    assertThat(event.end().orElseThrow()).hasToString("2026-05-09T11:00:00");
    assertThat(event.timezone()).contains(ZoneId.of("Europe/Stockholm"));
    assertThat(event.status()).isEqualTo(Event.Status.TENTATIVE);
    assertThat(event.place().flatMap(Event.Place::name)).contains("Hamnen, Malmö");
    assertThat(event.place().flatMap(Event.Place::lat)).contains(55.61);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          DTSTART;VALUE=DATE:20260509,                          '',                                       2026-05-09,          '',                  ''
          DTSTART;VALUE=DATE:20260509,                          DTEND;VALUE=DATE:20260510,                2026-05-09,          '',                  ''
          DTSTART;VALUE=DATE:20260509,                          DTEND;VALUE=DATE:20260512,                2026-05-09,          2026-05-11,          ''
          DTSTART;VALUE=DATE:20260509,                          DURATION:P2D,                             2026-05-09,          2026-05-10,          ''
          DTSTART:20260509T093000Z,                             DTEND:20260509T103000Z,                   2026-05-09T09:30:00Z, 2026-05-09T10:30:00Z, ''
          DTSTART:20260509T093000,                              DURATION:PT90M,                           2026-05-09T09:30:00, 2026-05-09T11:00:00, ''
          DTSTART;TZID=Europe/Oslo:20260509T093000,             DTEND;TZID=Europe/Helsinki:20260509T113000, 2026-05-09T09:30:00, 2026-05-09T11:30:00+03:00, Europe/Oslo
          DTSTART;TZID=W. Europe Standard Time:20260509T093000, '',                                       2026-05-09T09:30:00+02:00, '',             ''
          DTSTART;TZID=W. Europe Standard Time:20261209T093000, '',                                       2026-12-09T09:30:00+01:00, '',             ''
          """)
  void times_mean_what_they_meant(
      String from, String until, String start, String end, String zone) {
    var event =
        accepts("UID:a\nSUMMARY:x\n" + from + "\n" + until + (until.isEmpty() ? "" : "\n"))
            .event()
            .orElseThrow();
    assertThat(event.start()).hasToString(start);
    assertThat(event.end().map(Object::toString).orElse("")).isEqualTo(end);
    assertThat(event.timezone().map(ZoneId::getId).orElse("")).isEqualTo(zone);
  }

  @Test
  void html_beside_the_text_is_taken_and_made_safe() {
    var item =
        accepts(
            """
            SUMMARY:x
            DTSTART:20260509T093000Z
            DESCRIPTION:plain
            X-ALT-DESC;FMTTYPE=text/html:<p>a\\, <b>b</b></p><script>c</script>
            """);
    assertThat(item.content()).contains("<p>a, <b>b</b></p>");
  }

  @Test
  void a_line_folded_within_a_character_is_whole_again() throws Exception {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        calendar("UID:a\nDTSTART:20260509T093000Z\nSUMMARY:Malm").getBytes(StandardCharsets.UTF_8));
    String text = bytes.toString(StandardCharsets.UTF_8);
    int at = text.indexOf("SUMMARY:Malm") + "SUMMARY:Malm".length();
    bytes.reset();
    bytes.write(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
    bytes.write(0xC3);
    bytes.write("\r\n ".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xB6);
    bytes.write(text.substring(at).getBytes(StandardCharsets.UTF_8));
    var item = desk.accepts(Desk.submission(Format.ICALENDAR, bytes.toByteArray()));
    assertThat(item.title()).isEqualTo("Malmö");
  }

  @Test
  void a_calendar_that_cancels_says_so() {
    var text = calendar("UID:a\nSUMMARY:x\nDTSTART:20260509T093000Z\n");
    var item =
        desk.accepts(Format.ICALENDAR, text.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD:CANCEL"));
    assertThat(item.event().map(Event::status)).contains(Event.Status.CANCELLED);
  }

  @Test
  void a_uid_of_any_length_is_an_id() {
    var item = accepts("UID:" + "u".repeat(500) + "\nSUMMARY:x\nDTSTART:20260509T093000Z\n");
    assertThat(item.origin().senderId().orElseThrow()).startsWith("sha256-").hasSize(71);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          DTSTART:20260509T093000Z|RRULE:FREQ=DAILY, 422, comes again
          DTSTART:20260509T093000Z|RDATE:20260510T093000Z, 422, comes again
          DTSTART:20260509T093000Z|END:VEVENT|BEGIN:VEVENT|SUMMARY:y|DTSTART:20260509T093000Z, 422, holds 2 events
          DTSTART:20262509T093000|DURATION:PT1H, 422, does not exist
          DTSTART;VALUE=DATE:20260231, 422, does not exist
          DTSTART:soon, 422, DTSTART cannot be understood
          LOCATION:x, 422, start
          DTSTART:20260509T093000Z|DTEND:20260508T093000Z, 422, before the start
          """)
  void what_cannot_be_taken_is_said(String lines, int status, String says) {
    var refused =
        desk.refuses(Format.ICALENDAR, calendar("SUMMARY:x\n" + lines.replace('|', '\n') + "\n"));
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused).hasMessageContaining(says);
  }

  @Test
  void what_is_no_whole_calendar_with_an_event_is_refused() {
    assertThat(desk.refuses(Format.ICALENDAR, "{}")).hasMessageContaining("not iCalendar");
    String whole = calendar("SUMMARY:x\nDTSTART:20260509T093000Z\n");
    String half = whole.substring(0, whole.length() / 2);
    assertThat(desk.refuses(Format.ICALENDAR, half).status()).isEqualTo(400);
    assertThat(desk.refuses(Format.ICALENDAR, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
        .hasMessageContaining("no event");
    var deep = "BEGIN:VCALENDAR\n" + "BEGIN:X\n".repeat(50_000) + "END:VCALENDAR";
    assertThat(desk.refuses(Format.ICALENDAR, deep)).hasMessageContaining("components");
  }

  private NewsItem accepts(String event) {
    return desk.accepts(Format.ICALENDAR, calendar(event));
  }

  private static String calendar(String event) {
    String whole =
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n"
            + WINDOWS_ZONE
            + "BEGIN:VEVENT\n"
            + event
            + (event.endsWith("\n") ? "" : "\n")
            + "END:VEVENT\nEND:VCALENDAR\n";
    return whole.replace("\n", "\r\n");
  }
}
