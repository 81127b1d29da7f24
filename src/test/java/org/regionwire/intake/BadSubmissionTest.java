package org.regionwire.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.intake.reading.Reader;
import org.regionwire.news.Format;

class BadSubmissionTest {
  private final Desk desk = new Desk();

  @ParameterizedTest
  @EnumSource(Format.class)
  void an_empty_body_is_refused(Format format) {
    var refused = desk.refuses(format, "");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused).hasMessageContaining("is empty");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void a_body_over_the_limit_is_refused(Format format) {
    assertThat(desk.refuses(format, "x".repeat(1 << 20) + "x").status()).isEqualTo(413);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void utf_16_is_refused(Format format) {
    for (var wide : new String[] {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"}) {
      byte[] body = "{\"title\": \"x\"}".getBytes(java.nio.charset.Charset.forName(wide));
      var refused = desk.refuses(format, body);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused).hasMessageContaining("send UTF-8");
    }
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "ATOM_ENTRY", mode = EnumSource.Mode.EXCLUDE)
  void invalid_utf_8_is_said_with_its_place(Format format) {
    byte[] body = "{\n\"title\": \"Malm\u00f6\"}".getBytes(StandardCharsets.ISO_8859_1);
    var refused = desk.refuses(format, body);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused).hasMessageContaining("not valid UTF-8").hasMessageContaining("line 2");
  }

  @Test
  void a_byte_order_mark_is_taken() {
    assertThat(desk.accepts("\ufeff{\"title\": \"x\"}").title()).isEqualTo("x");
    assertThat(desk.accepts(Format.MARKDOWN, "\ufeff---\ntitle: x\n---\n").title()).isEqualTo("x");
    var entry = "\ufeff<entry xmlns='http://www.w3.org/2005/Atom'><title>x</title></entry>";
    assertThat(desk.accepts(Format.ATOM_ENTRY, entry).title()).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\": ,}| line 1, column 11",
        "{\"title\": \"a\"| ends too early",
        "{\"title\": \"a\", \"title\": \"b\"}| Duplicate field 'title'",
        "{\"title\": \"a\"} {}| line 1, column 16",
        "[x]| line 1, column",
        "[1]| not an object",
        "'\"title\"'| not an object",
        "{\"title\": NaN}| NaN",
        "<entry/>| line 1, column 1"
      })
  void malformed_json_is_said_with_its_place(String json, String said) {
    var refused = desk.refuses(json);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused).hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void json_nested_deep_is_refused(String opening) {
    var refused = desk.refuses("{\"title\":" + opening.repeat(10_000));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused).hasMessageContaining("nested more than 50 deep");
  }

  @Test
  void a_text_of_ten_megabytes_is_refused_whatever_the_body_limit() {
    var body = "{\"title\": \"x\", \"content\": \"" + "a".repeat(10_000_000) + "\"}";
    var submission = Desk.submission(Format.JSON, body.getBytes(StandardCharsets.UTF_8));
    var draft = new Reader(new Limits(20_000_000)).read(submission);
    assertThat(desk.refuses(draft).problems())
        .containsExactly(
            new Problem("/content", "is 10,000,000 characters long; at most 1,048,576"));
  }

  @Test
  void numbers_beyond_all_measure_are_refused() {
    var place = "{\"title\": \"x\", \"event\": {\"start\": \"2026-06-01\", \"place\": {%s}}}";
    assertThat(desk.refuses(place.formatted("\"lat\": 1e999999999, \"lon\": 1")))
        .hasMessageContaining("/event/place/lat is a number beyond all measure");
    assertThat(desk.refuses(place.formatted("\"lat\": " + "9".repeat(101))).status())
        .isEqualTo(400);
    assertThat(desk.refuses(place.formatted("\"lat\": 1e300, \"lon\": 1")))
        .hasMessageContaining("/event/place/lat is 1.0E300; at most 90");
  }

  @Test
  void more_fields_or_entries_than_anyone_needs_are_counted_and_refused() {
    var many = new StringBuilder("{\"title\": \"x\"");
    for (int i = 0; i < 50_000; i++) {
      many.append(",\"titl").append(i).append("\":1");
    }
    assertThat(desk.refuses(many + "}")).hasMessageContaining("holds 50,001 fields");
    assertThat(
            desk.refuses(
                "{\"title\": \"x\", \"regions\": [\"b\"" + ",\"b\"".repeat(100_000) + "]}"))
        .hasMessage("/regions holds 100,001 entries; at most 100");
  }

  @Test
  void unpaired_surrogates_and_controls_do_not_break_field_names() {
    assertThatCode(() -> desk.accepts("{\"title\": \"x\", \"\\ud800\\u0000~/\": 1}"))
        .hasMessageStartingWith("/~0~1 is an unknown field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000-01-01", "0000-06-01T10:00Z", "9999-12-31T23:00:00-05:00"})
  void a_time_that_calendars_cannot_say_is_refused(String time) {
    String json = "{\"title\": \"x\", \"event\": {\"start\": \"" + time + "\"}}";
    assertThat(desk.refuses(json))
        .hasMessageContaining("/event/start is not in the years 1 to 9999");
  }
}
