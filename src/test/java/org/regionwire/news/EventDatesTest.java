package org.regionwire.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDatesTest {
  private static final DateWords WEEKDAYS = EnglishDates.words(EnglishDates::weekday);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2007-10-09 | | | 9 October 2007
          2007-10-09 | 2007-10-09 | | 9 October 2007
          2007-06-13 | 2007-06-15 | | 13–15 June 2007
          2007-06-30 | 2007-07-02 | | 30 June – 2 July 2007
          2007-12-30 | 2008-01-02 | | 30 December 2007 – 2 January 2008
          2007-10-09 | | Europe/Oslo | 9 October 2007
          2007-10-09T09:30 | | Europe/Oslo | 9 October 2007, 09:30 (Oslo time)
          2007-10-09T09:30 | 2007-10-09T12:00 | Europe/Oslo | 9 October 2007, 09:30–12:00 (Oslo time)
          2007-10-09T09:30 | 2007-10-09T09:30 | Europe/Oslo | 9 October 2007, 09:30 (Oslo time)
          2007-10-09T09:30 | 2007-10-10T12:00 | Europe/Oslo | 9 October 2007, 09:30 – 10 October 2007, 12:00 (Oslo time)
          2007-10-09T09:30 | 2007-10-09 | Europe/Oslo | 9 October 2007, 09:30 (Oslo time)
          2007-10-09 | 2007-10-09T12:00 | Europe/Oslo | 9 October 2007, until 12:00 (Oslo time)
          2007-10-09T09:30 | | | 9 October 2007, 09:30
          2007-10-09T09:30:00+03:00 | | | 9 October 2007, 09:30 (UTC+03:00)
          2007-10-09T09:30:00Z | | | 9 October 2007, 09:30 (UTC)
          2007-10-09T23:30:00Z | | Europe/Riga | 10 October 2007, 02:30 (Riga time)
          2007-10-09T09:30 | | America/New_York | 9 October 2007, 09:30 (New York time)
          """)
  void a_person_reads(String start, String end, String zone, String text) {
    assertThat(dates(start, end, zone).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2007-10-09 | | Europe/Oslo | 2007-10-09
          2007-10-09T09:30 | | Europe/Oslo | 2007-10-09T09:30:00+02:00
          2007-12-09T09:30 | | Europe/Oslo | 2007-12-09T09:30:00+01:00
          2007-10-09T09:30 | | | 2007-10-09T09:30:00
          2007-10-09T09:30:00Z | | | 2007-10-09T09:30:00Z
          """)
  void a_program_reads(String start, String end, String zone, String machine) {
    assertThat(dates(start, end, zone).startMachine()).isEqualTo(machine);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2007-10-09 | | Europe/Oslo | 2007-10-09T21:59:59Z | false
          2007-10-09 | | Europe/Oslo | 2007-10-09T22:00:00Z | true
          2007-10-09 | 2007-10-10 | Europe/Oslo | 2007-10-09T22:00:00Z | false
          2007-10-09T09:30 | | Europe/Oslo | 2007-10-09T08:00:00Z | false
          2007-10-09T09:30 | 2007-10-09T10:00 | Europe/Oslo | 2007-10-09T08:00:00Z | true
          2007-10-09T09:30 | 2007-10-09T10:00 | Europe/Oslo | 2007-10-09T07:59:59Z | false
          """)
  void it_is_over_at_the_end_of_its_last_day_or_at_its_end(
      String start, String end, String zone, Instant now, boolean over) {
    assertThat(dates(start, end, zone).overAt(now)).isEqualTo(over);
  }

  @Test
  void its_own_zone_comes_before_the_regions() {
    var event = event("2007-10-09T09:30", Optional.empty(), Optional.of("Europe/Brussels"));
    assertThat(EventDates.of(event, Optional.of(ZoneId.of("Europe/Oslo"))).text())
        .isEqualTo("9 October 2007, 09:30 (Brussels time)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2007-10-09 | | Europe/Oslo | Tuesday 9 October 2007
          2007-06-13 | 2007-06-15 | | Wednesday 13 June 2007 – Friday 15 June 2007
          2007-10-09T09:30 | | Europe/Oslo | Tuesday 9 October 2007, 09:30
          2007-10-09T09:30 | 2007-10-09T12:00 | Europe/Riga | Tuesday 9 October 2007, 09:30–12:00 (Riga time)
          2007-10-09T09:30 | | | Tuesday 9 October 2007, 09:30
          2007-10-09T09:30+02:00 | | | Tuesday 9 October 2007, 09:30
          2007-10-09T09:30+03:00 | | | Tuesday 9 October 2007, 09:30 (UTC+03:00)
          """)
  void a_reader_in_stockholm_is_told_of_foreign_clocks(
      String start, String end, String zone, String text) {
    assertThat(dates(start, end, zone).textFor(ZoneId.of("Europe/Stockholm"), WEEKDAYS))
        .isEqualTo(text);
  }

  private static EventDates dates(String start, String end, String zone) {
    var event = event(start, Optional.ofNullable(end), Optional.empty());
    return EventDates.of(event, Optional.ofNullable(zone).map(ZoneId::of));
  }

  private static Event event(String start, Optional<String> end, Optional<String> zone) {
    return new Event(
        EventTime.parse(start),
        end.map(EventTime::parse),
        zone.map(ZoneId::of),
        Optional.empty(),
        Optional.empty(),
        Event.Status.CONFIRMED);
  }
}
