package org.regionwire.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

class EventWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2007-10-09 | | 9 October 2007",
        "2007-10-09 | 2007-10-09 | 9 October 2007",
        "2007-06-13 | 2007-06-15 | 13–15 June 2007",
        "2007-06-30 | 2007-07-02 | 30 June – 2 July 2007",
        "2007-12-30 | 2008-01-02 | 30 December 2007 – 2 January 2008",
        "2007-10-09T09:30 | | 9 October 2007, 09:30 (Europe/Brussels)",
        "2007-10-09T09:30 | 2007-10-09T11:00 | 9 October 2007, 09:30–11:00 (Europe/Brussels)",
        "2007-10-09T22:00 | 2007-10-10T02:00 | 9 October 2007, 22:00 – 10 October 2007, 02:00"
            + " (Europe/Brussels)",
        "2007-10-09T09:30+02:00 | | 9 October 2007, 09:30 (UTC+02:00)",
        "2007-10-09T09:30Z | | 9 October 2007, 09:30 (UTC)"
      })
  void when_is_said_in_plain_english(String start, String end, String words) {
    assertThat(EventWords.when(event(start, Optional.ofNullable(end)))).isEqualTo(words);
  }

  @Test
  void where_is_left_out_when_nobody_knows() {
    assertThat(EventWords.paragraph(event("2007-10-09", Optional.empty())))
        .isEqualTo("<p><strong>When:</strong> 9 October 2007</p>");
  }

  @Test
  void where_is_escaped() {
    assertThat(EventWords.paragraph(Draft.seminar()))
        .contains("Committee of the Regions, Rue Belliard 101 &amp; 103, Brussels")
        .contains("<a href=\"https://opendays.example/?a=1&amp;b=2\">");
  }

  private static Event event(String start, Optional<String> end) {
    return new Event(
        EventTime.parse(start),
        end.map(EventTime::parse),
        Optional.of(ZoneId.of("Europe/Brussels")),
        Optional.empty(),
        Optional.empty(),
        Event.Status.CONFIRMED);
  }
}
