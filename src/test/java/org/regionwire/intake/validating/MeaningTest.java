package org.regionwire.intake.validating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.intake.Desk;
import org.regionwire.intake.Problem;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Kind;

class MeaningTest {
  private final Desk desk = new Desk();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "{}| /title is missing",
        "{\"title\": null}| /title is missing",
        "{\"title\": \"\"}| /title is blank",
        "{\"title\": \" \\u0000\\u00a0\\u200b\\n\"}| /title is blank",
        "{\"title\": 5}| /title is a number; it must be text",
        "{\"title\": \"x\", \"titel\": 1}| /titel is an unknown field; did you mean `title`?",
        "{\"title\": \"x\", \"teaser\": 1}| /teaser is an unknown field; did you mean `summary`?",
        "{\"title\": \"x\", \"kind\": \"evnt\"}| /kind is not one of news, event",
        "{\"title\": \"x\", \"kind\": \"event\"}| /event is missing; an item of kind event has an event with a start",
        "{\"title\": \"x\", \"event\": {}}| /event/start is missing",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-02-30\"}}| /event/start is not a date that exists",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02\", \"end\": \"2026-05-01\"}}| /event/end is before the start",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02T10:00\", \"end\": \"2026-05-02T09:59\"}}| /event/end is before the start",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02T10:00+02:00\", \"end\": \"2026-05-02T09:00Z\", \"strt\": 1}}| /event/strt is an unknown field; did you mean `start`?",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02\", \"timezone\": \"Europe/Stokholm\"}}| /event/timezone is not an IANA time zone such as Europe/Stockholm; did you mean `Europe/Stockholm`?",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02\", \"timezone\": \"+02:00\"}}| /event/timezone is not an IANA time zone such as Europe/Stockholm",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02\", \"place\": {\"lat\": 1}}}| /event/place/lon is missing; lat and lon belong together",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02\", \"place\": {\"lat\": 1, \"lon\": 181}}}| /event/place/lon is 181; at most 180",
        "{\"title\": \"x\", \"event\": {\"start\": \"2026-05-02\", \"status\": \"off\"}}| /event/status is not one of confirmed, tentative, cancelled",
        "{\"title\": \"x\", \"published\": \"soon\"}| /published is not a date (2026-05-02) or a date and time with its offset (2026-05-02T09:30:00+02:00)",
        "{\"title\": \"x\", \"published\": \"2026-05-02T09:30:00\"}| /published is not a date (2026-05-02) or a date and time with its offset (2026-05-02T09:30:00+02:00)",
        "{\"title\": \"x\", \"published\": \"2026-13-01\"}| /published is not a date that exists",
        "{\"title\": \"x\", \"published\": \"2026-05-02T12:06:00Z\"}| /published is in the future; to publish later, use publishAt",
        "{\"title\": \"x\", \"published\": \"2026-05-04\"}| /published is in the future; to publish later, use publishAt",
        "{\"title\": \"x\", \"published\": \"0001-01-01T00:00:00Z\"}| /published is before 1900, which feeds cannot say",
        "{\"title\": \"x\", \"published\": \"+12026-01-01T00:00:00Z\"}| /published is not a date (2026-05-02) or a date and time with its offset (2026-05-02T09:30:00+02:00)",
        "{\"title\": \"x\", \"expires\": \"2026-05-01\"}| /expires is already over",
        "{\"title\": \"x\", \"publishAt\": \"2026-06-02\", \"expires\": \"2026-06-01\"}| /expires is not after publishAt",
        "{\"title\": \"x\", \"link\": \"javascript:alert(1)\"}| /link begins with javascript: but must be an http or https address",
        "{\"title\": \"x\", \"link\": \"java\\u0001script:alert(1)\"}| /link begins with javascript: but must be an http or https address",
        "{\"title\": \"x\", \"image\": {\"url\": \"data:image/png;base64,AA\"}}| /image/url begins with data: but must be an http or https address",
        "{\"title\": \"x\", \"attachments\": [{\"url\": \"/a.pdf\"}]}| /attachments/0/url is not an absolute http or https address such as https://example.org/page",
        "{\"title\": \"x\", \"link\": \"https://a b/\"}| /link is not a web address: wrong from character 9 on",
        "{\"title\": \"x\", \"link\": \"https://u:p@example.org/\"}| /link holds a user name or password; leave them out",
        "{\"title\": \"x\", \"link\": \"https://example.org:99999/\"}| /link has no valid host",
        "{\"title\": \"x\", \"attachments\": [{\"url\": \"https://a.b/\", \"length\": -1}]}| /attachments/0/length is -1; at least 0",
        "{\"title\": \"x\", \"attachments\": [{\"url\": \"https://a.b/\", \"type\": \"pdf\"}]}| /attachments/0/type is not a media type such as application/pdf",
        "{\"title\": \"x\", \"regions\": [\"malmo\", \"mälmo\"]}| /regions/1 is not a region we know; did you mean `malmo`?",
        "{\"title\": \"x\", \"regions\": \"malmo\"}| /regions is text; it must be a list or an object",
        "{\"title\": \"x\", \"topics\": [\"marine\"]}| /topics/0 is not a topic we know; did you mean `maritime`?",
        "{\"title\": \"x\", \"topics\": [\"zzz\"]}| /topics/0 is not a topic we know",
        "{\"title\": \"x\", \"language\": \"swedish\"}| /language is not a BCP 47 language tag such as sv or nb-NO",
        "{\"title\": \"x\", \"language\": \"en_GB\"}| /language is not a BCP 47 language tag such as sv or nb-NO",
        "{\"title\": \"x\", \"author\": \"Ann\"}| /author is text; it must be an object"
      })
  void one_mistake_is_one_problem_in_plain_words(String json, String said) {
    var refused = desk.refuses(json);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused).hasMessage(said);
  }

  @Test
  void a_title_of_5000_characters_is_refused_and_one_of_500_is_not() {
    var title = "{\"title\": \"%s\"}";
    assertThat(desk.refuses(title.formatted("å".repeat(5_000))))
        .hasMessage("/title is 5,000 characters long; at most 500");
    assertThat(desk.accepts(title.formatted("😀".repeat(500))).title()).hasSize(1_000);
  }

  @Test
  void every_problem_is_reported_at_once() {
    var refused =
        desk.refuses(
            """
            {"titel": "x", "kind": "evnt", "link": "ftp://x/", "regions": ["nowhere"],
             "topics": [5], "published": "2099-01-01", "expires": "soon", "language": "english",
             "event": {"end": "x", "place": {"lat": 95}, "url": "x"}}
            """);
    assertThat(refused.problems())
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder(
            "/title",
            "/titel",
            "/kind",
            "/link",
            "/regions/0",
            "/topics/0",
            "/published",
            "/expires",
            "/language",
            "/event/start",
            "/event/end",
            "/event/place/lat",
            "/event/place/lon",
            "/event/url");
  }

  @Test
  void a_clock_a_little_fast_is_forgiven_and_today_is_not_the_future() {
    assertThat(
            desk.accepts("{\"title\": \"x\", \"published\": \"2026-05-02T12:04:00Z\"}").written())
        .contains(Desk.NOON);
    assertThat(desk.accepts("{\"title\": \"x\", \"published\": \"2026-05-02\"}").written())
        .contains(Instant.parse("2026-05-02T00:00:00Z"));
    assertThat(desk.accepts("{\"title\": \"x\", \"published\": \"2026-05-03\"}").written())
        .contains(Desk.NOON);
  }

  @Test
  void an_item_that_expires_today_lasts_the_day() {
    assertThat(desk.accepts("{\"title\": \"x\", \"expires\": \"2026-05-02\"}").expires())
        .contains(Instant.parse("2026-05-03T00:00:00Z"));
  }

  private Kind kind(String json) {
    return new EnrichedItem(desk.accepts(json), List.of(), Optional.empty(), Optional.empty())
        .kind();
  }

  @Test
  void an_event_makes_the_item_one_unless_it_says_news() {
    var event = "{\"title\": \"x\", %s \"event\": {\"start\": \"2026-05-02\"}}";
    assertThat(kind(event.formatted(""))).isEqualTo(Kind.EVENT);
    assertThat(kind(event.formatted("\"kind\": \"news\","))).isEqualTo(Kind.NEWS);
    assertThat(kind("{\"title\": \"x\"}")).isEqualTo(Kind.NEWS);
  }

  @Test
  void an_event_of_one_day_may_end_on_that_day_with_or_without_a_time() {
    var event = "{\"title\": \"x\", \"event\": {\"start\": \"%s\", \"end\": \"2026-05-02\"}}";
    assertThat(desk.accepts(event.formatted("2026-05-02")).event()).isPresent();
    assertThat(desk.accepts(event.formatted("2026-05-02T18:00")).event()).isPresent();
  }
}
