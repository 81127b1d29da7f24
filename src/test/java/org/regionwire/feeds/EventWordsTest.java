package org.regionwire.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

class EventWordsTest {
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
