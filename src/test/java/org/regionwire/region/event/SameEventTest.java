package org.regionwire.region.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.news.EventTime;

class SameEventTest {
  private static final String DAY = "2007-10-09";
  private static final EventTold SEMINAR =
      told(
          "Balt Met Inno seminar in the framework of Open Days in Brussels on 9th October 2007.",
          "");
  private static final EventTold SEMINAR_AGAIN =
      told(
          "Seminar at Open Days in Brussels on 9 October 2007",
          "In collaboration with the Baltic Sea Group, BaltMet Inno will arrange the seminar"
              + " \"Boosting Innovation through Metropolitan Partnership\".");

  private final SameEvent events = new SameEvent();

  @Test
  void one_seminar_under_two_titles_is_one_event() {
    var likeness = events.compare(SEMINAR, SEMINAR_AGAIN);
    assertThat(likeness.same()).as(likeness.toString()).isTrue();
    assertThat(events.compare(SEMINAR_AGAIN, SEMINAR).same()).isTrue();
    assertThat(likeness.why()).contains("inno");
  }

  @Test
  void items_of_one_event_share_a_key() {
    assertThat(SEMINAR.keys()).containsExactly("2007-10-09/brussels");
    assertThat(SEMINAR_AGAIN.keys()).isEqualTo(SEMINAR.keys());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Seminar on clean ports at Open Days in Brussels on 9 October 2007 | The City of Lyon presents its harbour",
        "Seminar at Open Days in Brussels on 9 October 2007 | Nine regions of the Alps discuss snow",
        "Open Days opening reception in Brussels | Drinks at the Concert Noble",
        "Balt Met Inno dinner in Brussels on 9 October 2007 | Partners meet at the Grand Place",
        "Jazz concert at Ancienne Belgique | Toots Thielemans plays on Tuesday evening",
        "Brussels half marathon | Runners start at the Cinquantenaire",
      })
  void another_event_on_that_day_in_that_city_is_another_event(String title, String text) {
    var likeness = events.compare(SEMINAR, told(title, text));
    assertThat(likeness.same()).as(likeness.toString()).isFalse();
    assertThat(events.compare(SEMINAR_AGAIN, told(title, text)).same()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv | Malmö stad bjuder in till seminarium om bostäder | Seminariet hålls i Rådhuset. Anmäl dig till Malmö stad. | Malmö stad bjuder in till seminarium om klimat | Seminariet hålls i Rådhuset. Anmäl dig till Malmö stad.",
        "de | Konzert im Rathaus | Der Shanty-Chor Rostock singt Lieder vom Meer. | Ausstellung im Rathaus | Der Fotoclub Rostock zeigt Bilder vom Meer.",
        "lv | Jazz koncerts Lielajā ģildē | Uzstāsies Rīgas bigbends. | Bērnu koncerts Lielajā ģildē | Uzstāsies Rīgas kora skola.",
      })
  void two_events_of_one_house_are_two_events(
      String language, String title, String text, String other, String otherText) {
    var likeness = events.compare(told(title, text, language), told(other, otherText, language));
    assertThat(likeness.same()).as(likeness.toString()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sv | Nordisk vindkraftskonferens i Malmö | Vindkraftsbranschen samlas på Malmö Live för att diskutera havsbaserad vindkraft i Östersjön. | Malmö Live: Nordisk vindkraftskonferens | Havsbaserad vindkraft i Östersjön är temat när branschen möts.",
        "de | Hafenforum Rostock 2024 | Das Hafenforum der IHK Rostock befasst sich mit grünem Wasserstoff. | IHK lädt zum Hafenforum | Grüner Wasserstoff steht im Mittelpunkt des Forums der IHK in Rostock.",
        "pl | Festiwal Szanty w Gdyni | Na festiwalu zagrają zespoły Mechanicy Szanty i Cztery Refy. | Szanty w Gdyni: Mechanicy Szanty i Cztery Refy na festiwalu | Koncerty na Skwerze Kościuszki.",
      })
  void two_accounts_of_one_event_are_one_event(
      String language, String title, String text, String other, String otherText) {
    var likeness = events.compare(told(title, text, language), told(other, otherText, language));
    assertThat(likeness.same()).as(likeness.toString()).isTrue();
  }

  @Test
  void the_same_link_on_the_same_day_is_the_same_event() {
    var link = Optional.of(URI.create("https://example.org/forum"));
    var one =
        new EventTold("Forum", "", Optional.empty(), time(DAY), Optional.empty(), Set.of(), link);
    var other =
        new EventTold("Форум", "", Optional.empty(), time(DAY), Optional.empty(), Set.of(), link);
    assertThat(events.compare(one, other).same()).isTrue();
  }

  @Test
  void another_hour_is_another_event() {
    assertThat(events.compare(at("2007-10-09T09:00"), at("2007-10-09T14:00")).same()).isFalse();
    assertThat(events.compare(at("2007-10-09T09:00"), at("2007-10-09T09:30")).same()).isTrue();
    assertThat(events.compare(at("2007-10-09T09:00"), at("2007-10-10T09:00")).same()).isFalse();
  }

  private static EventTold at(String time) {
    return new EventTold(
        SEMINAR.title(),
        "",
        Optional.of("en"),
        time(time),
        Optional.empty(),
        SEMINAR.regions(),
        Optional.empty());
  }

  private static EventTold told(String title, String text) {
    return told(title, text, "en");
  }

  private static EventTold told(String title, String text, String language) {
    return new EventTold(
        title,
        text,
        Optional.of(language),
        time(DAY),
        Optional.empty(),
        Set.of("brussels"),
        Optional.empty());
  }

  private static EventTime time(String text) {
    return EventTime.parse(text);
  }
}
