package org.regionwire.region.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.news.EventTimeFound;

class EventTimeFinderTest {
  private static final EventTimeFinder FINDER = new EventTimeFinder();
  private static final ZoneId ZONE = ZoneId.of("Europe/Riga");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Workshops, 13-15 June 2007 | 2007-06-13 | 2007-06-15",
        "en | The seminar is held on 9th October 2007 | 2007-10-09 |",
        "en | The regatta is held Aug 30–Sep 2, 2024 | 2024-08-30 | 2024-09-02",
        "en | The fair is held from 28 December to 3 January 2025 | 2024-12-28 | 2025-01-03",
        "de | Die Messe findet vom 2.–4. März 2024 statt | 2024-03-02 | 2024-03-04",
        "lv | Liepājā 3. un 4. jūnijā 2024 notiks konference | 2024-06-03 | 2024-06-04",
        "lv | Konference notiks no 2016. gada 7. līdz 9. martam | 2016-03-07 | 2016-03-09",
        "fi | Messut pidetään 7.–9. syyskuuta 2024 | 2024-09-07 | 2024-09-09",
        "fi | Konsertti 4.6.2024 | 2024-06-04 |",
        "ru | Форум пройдет 12 — 14 мая 2024 года | 2024-05-12 | 2024-05-14",
        "ru | Форум состоится с 30 сентября по 2 октября 2013 года | 2013-09-30 | 2013-10-02",
        "ru | Семинар состоится 9-го октября 2024 г. | 2024-10-09 |",
        "pl | Kongres odbędzie się w dniach 5-7 listopada 2024 r. | 2024-11-05 | 2024-11-07",
        "lt | 2024 m. birželio 4 d. vyks konferencija | 2024-06-04 |",
        "et | Konverents toimub 7.–9. juunini 2024 | 2024-06-07 | 2024-06-09",
        "sv | Seminariet hålls den 9:e oktober 2024 | 2024-10-09 |",
        "da | Koncerten afholdes den 25/7-2024 | 2024-07-25 |",
        "no | Konferansen holdes 2024-06-13 | 2024-06-13 |",
      })
  void days_are_read_as_each_language_writes_them(
      String language, String text, String start, String end) {
    var found = FINDER.find("", text, Optional.of(language), Optional.empty(), ZONE).orElseThrow();
    assertThat(found.start().date()).isEqualTo(start);
    assertThat(found.end().map(e -> e.date().toString()).orElse(null)).isEqualTo(end);
    assertThat(found.yearInferred()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-11-12 | The forum will be held on 16 January | 2025-01-16",
        "2025-01-05 | The forum was held on 16 December | 2024-12-16",
        "2024-05-02 | The forum will be held on Friday 24 May | 2024-05-24",
        "2007-11-20 | On November 13th the final conference took place in Berlin | 2007-11-13",
        "2024-02-10 | The forum will be held on 29 February | 2024-02-29",
      })
  void a_year_that_is_not_told_comes_from_the_publication(
      String published, String text, String start) {
    var found = find("en", text, published).orElseThrow();
    assertThat(found.start().date()).isEqualTo(start);
    assertThat(found.yearInferred()).isTrue();
    assertThat(found.why()).contains("inferred");
  }

  @ParameterizedTest
  @CsvSource({
    "The forum will be held on Monday 24 May",
    "The forum will be held on 30 February",
    "Apply for the grant by 24 May",
    "The forum of 1998 was founded on 24 May 1998",
    "The law of 12 June 2014 was amended",
  })
  void nothing_is_guessed(String text) {
    assertThat(find("en", text, "2024-05-02")).isEmpty();
  }

  @Test
  void a_day_without_a_year_needs_a_publication() {
    String text = "The forum will be held on 24 May";
    assertThat(FINDER.find("", text, Optional.of("en"), Optional.empty(), ZONE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no | Seminaret holdes 15. september kl. 14.40 | 2020-09-15T14:40:00+03:00 |",
        "fi | Kesätori pidetään 25.7. kello 11–13 | 2020-07-25T11:00:00+03:00 | 2020-07-25T13:00:00+03:00",
        "en | The reception takes place on 15 September between 18.30 - 20.00 | 2020-09-15T18:30:00+03:00 | 2020-09-15T20:00:00+03:00",
        "en | The concert takes place on 15 December at 7 pm | 2020-12-15T19:00:00+02:00 |",
        "de | Das Konzert findet am 15. September um 19 Uhr statt | 2020-09-15T19:00:00+03:00 |",
        "lt | Koncertas vyks rugsėjo 15 d. 18 val. | 2020-09-15T18:00:00+03:00 |",
        "ru | Концерт пройдет 15 сентября в 19:00 | 2020-09-15T19:00:00+03:00 |",
      })
  void hours_are_those_of_the_region(String language, String text, String start, String end) {
    var found = find(language, text, "2020-07-01").orElseThrow();
    assertThat(found.start()).hasToString(start);
    assertThat(found.end().map(Object::toString).orElse(null)).isEqualTo(end);
  }

  @Test
  void the_evidence_says_where_it_stands() {
    String body = "Come along! The forum will be held on 24 May in Riga.";
    var found = find("en", body, "2024-05-02").orElseThrow();
    assertThat(found.field()).isEqualTo("body");
    assertThat(body.substring(found.offset())).startsWith(found.text());
    assertThat(found.text()).isEqualTo("24 May");
    assertThat(found.confidence()).isBetween(0.5, 1.0);
  }

  @Test
  void an_unknown_language_is_found_out_from_the_words() {
    String text = "Liepājā 3. un 4. jūnijā notiks starptautiska konference par ostām";
    var found =
        FINDER.find("", text, Optional.empty(), Optional.of(LocalDate.of(2024, 5, 1)), ZONE);
    assertThat(found.orElseThrow().start().date()).isEqualTo("2024-06-03");
  }

  @Test
  void tomorrow_and_next_friday_count_from_the_publication() {
    assertThat(
            find("en", "The concert takes place tomorrow at 19:00", "2024-05-02")
                .orElseThrow()
                .start()
                .date())
        .isEqualTo("2024-05-03");
    assertThat(
            find("sv", "Konserten äger rum nästa fredag", "2024-05-06")
                .orElseThrow()
                .start()
                .date())
        .isEqualTo("2024-05-10");
    assertThat(find("en", "The council met on Friday", "2024-05-06")).isEmpty();
  }

  private static Optional<EventTimeFound> find(String language, String text, String published) {
    return FINDER.find(
        "", text, Optional.of(language), Optional.of(LocalDate.parse(published)), ZONE);
  }
}
