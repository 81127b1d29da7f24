package org.regionwire.region.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Place;

class PlaceFinderTest {
  private static final PlaceFinder FINDER = new PlaceFinder(Gazetteer.load());

  @ParameterizedTest
  @CsvSource({
    "lv, Konference notiks Liepājā, Liepāja",
    "lv, Viesi no Cēsīm, Cēsis",
    "lt, Renginys Šiauliuose, Šiauliai",
    "lt, Iš Panevėžio, Panevėžys",
    "pl, Festiwal w Toruniu, Toruń",
    "pl, Goście z Bydgoszczy, Bydgoszcz",
    "pl, Targi w Zielonej Górze, Zielona Góra",
    "fi, Tapahtuma Vantaalla, Vantaa",
    "fi, Messut Lahdessa, Lahti",
    "fi, Juna Seinäjoelta, Seinäjoki",
    "et, Festival Pärnus, Pärnu",
    "et, Praam Hiiumaale, Hiiumaa",
    "ru, Форум в Великом Новгороде, Velikiy Novgorod",
    "sv, Malmös hamn växer, Malmö",
    "de, Der Rostocker Hafen wächst, Rostock",
    "en, A conference in St. Petersburg, Saint Petersburg",
    "en, MEETING IN MALMO, Malmö",
    "en, A visit to Gdansk, Gdańsk",
  })
  void a_place_is_found_in_every_form(String language, String text, String name) {
    assertThat(names(language, text)).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "en, Songs by Irving Berlin",
    "en, Erik Berg won",
    "en, The Kyoto Protocol and the Maastricht Treaty",
    "en, The Stockholm Syndrome is famous",
    "sv, Han bor på Malmö gata 5",
    "lv, Rīgas iela 12 ir slēgta",
    "pl, Spotkanie przy ul. Warszawskiej 5",
    "en, Nice to meet you",
    "de, Wiener Würstchen im Test",
    "de, Essen im Regen",
    "sv, Norra hamnen",
    "en, FC Barcelona won",
    "en, malmö",
    "en, ''",
  })
  void what_only_looks_like_a_place_is_none(String language, String text) {
    assertThat(names(language, text)).isEmpty();
  }

  @Test
  void a_namesake_overseas_is_not_pulled_to_europe() {
    var found = find("en", "Hamburg, New York, gets a tower");
    assertThat(found)
        .flatExtracting(place -> place.place().map(known -> known.country()).stream().toList())
        .doesNotContain("DE");
  }

  @Test
  void the_subject_is_where_it_happens_and_not_who_comes_from_where() {
    var found = find("en", "Delegations from Riga and Tallinn will meet in Turku on 5 May");
    assertThat(found).filteredOn(PlaceFound::primary).extracting("name").containsExactly("Turku");
    assertThat(found).extracting("name").contains("Riga", "Tallinn");
  }

  @Test
  void a_refused_place_is_not_found() {
    var text =
        new Text(
            "Malmö", "", "", Optional.of("sv"), "", Optional.empty(), Set.of(), Set.of("g2692969"));
    assertThat(FINDER.find(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', SE, it is the largest of the name",
    "'', DE, DE, its source is in DE",
    "Land Brandenburg, '', DE, the text or its source names the region",
    "City of Riga, '', SE, it is the largest of the name",
  })
  void the_home_of_the_source_tells_namesakes_apart(
      String organisation, String home, String country, String why) {
    var from = Optional.of(home).filter(code -> !code.isEmpty());
    var english = Optional.of("en");
    String body = "A school opens in Falkenberg in May.";
    var text = new Text("", "", body, english, organisation, from, Set.of(), Set.of());
    var found = FINDER.find(text).get(0);
    assertThat(found.place().map(Place::country)).contains(country);
    assertThat(found.why()).contains(why);
  }

  @Test
  void small_towns_overseas_are_found_when_their_state_is_said() {
    var found = find("en", "The school in Paris, Texas, opens on Monday. Paris is growing.");
    assertThat(found.get(0).place().map(Place::country)).contains("US");
    assertThat(find("en", "The school in Paris opens on Monday.").get(0).place())
        .map(Place::country)
        .contains("FR");
    assertThat(find("en", "Mr Davis lives on and Davis is well.")).isEmpty();
  }

  @Test
  void a_region_speaks_for_the_towns_in_it() {
    var found = find("ru", "Фестиваль пройдет в Светлогорске Калининградской области.");
    assertThat(found.get(0).place().map(Place::country)).contains("RU");
    assertThat(found.get(0).why()).contains("the text or its source names the region it is in");
  }

  @ParameterizedTest
  @CsvSource({
    "ru, Режиссер Иван Ржевский учился у Андрея Смоленского.",
    "pl, Rada powołała Marka Płocka. Płock kierował działem finansów.",
    "en, Critic Jackson Holland disagrees.",
    "en, 'Florence Norwich, a lawyer, will chair the board.'",
    "pl, Jarmark św. Dominika potrwa tydzień.",
  })
  void persons_are_no_places(String language, String text) {
    assertThat(find(language, text)).isEmpty();
  }

  @Test
  void a_city_is_told_from_its_district_and_its_river() {
    assertThat(find("de", "Die Straße in Hamburg-Eimsbüttel bleibt gesperrt."))
        .extracting(PlaceFound::name)
        .startsWith("Hamburg");
    assertThat(find("de", "Das Fest in Frankfurt (Oder) beginnt."))
        .extracting(PlaceFound::name)
        .containsExactly("Frankfurt (Oder)");
  }

  @Test
  void names_of_the_callers_own_are_found() {
    var finder = FINDER.with(List.of(new ExtraName("baltmet", "BaltMet Inno")));
    var found = finder.find(Text.of("News of BaltMet Inno", "", Optional.of("en")));
    assertThat(found.get(0).id()).contains("baltmet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀 Malmö", "a\u0308 Malmo\u0308!", "𝓐𝓑 Malmö", "日本 Malmö"})
  void the_offset_counts_code_units_and_the_text_is_as_it_stands(String text) {
    var mention = find("en", text).get(0).mentions().get(0);
    assertThat(text.substring(mention.offset())).startsWith(mention.text());
    assertThat(mention.text()).startsWith("Malm");
  }

  @Test
  void the_language_is_guessed_when_nobody_said_it() {
    var text =
        Text.of("Konference Liepājā", "Liepājā notiks konference par jūru.", Optional.empty());
    assertThat(FINDER.find(text)).extracting("name").containsExactly("Liepāja");
  }

  private static List<PlaceFound> find(String language, String text) {
    return FINDER.find(Text.of("", text, Optional.of(language)));
  }

  private static List<String> names(String language, String text) {
    return find(language, text).stream().map(PlaceFound::name).toList();
  }
}
