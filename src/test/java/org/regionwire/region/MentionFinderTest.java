package org.regionwire.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.region.graph.RegionFiles;

class MentionFinderTest {
  private static final MentionFinder FINDER =
      new MentionFinder(new RegionFiles(Optional.empty()).regions().profiled());

  @ParameterizedTest
  @CsvSource({
    "News from Malmö today, malmo",
    "News from Malmo today, malmo",
    "MALMÖ, malmo",
    "Malmø og omegn, malmo",
    "Malmoe, malmo",
    "Новости: Мальмё, malmo",
    "Новости: Мальме, malmo",
    "Rīga aicina, riga",
    "Санкт-Петербург, st-petersburg",
    "in St. Petersburg on Monday, st-petersburg",
    "in St.Petersburg, st-petersburg",
    "in St Petersburg, st-petersburg",
    "Sankt-Peterburg, st-petersburg",
    "Saint  Petersburg, st-petersburg",
    "i København nu, copenhagen",
    "Kobenhavn, copenhagen",
    "Helsingfors, helsinki",
    "Warszawa, warsaw",
    "Łotwa, latvia",
    "Lotwa, latvia",
    "Oresund, oresund-region",
    "Osloregionen, oslo-region",
    "Malmö's harbour, malmo",
    "Malmö’s harbour, malmo",
    "Malmö-based, malmo",
    "(Malmö), malmo",
    "#Malmö, malmo",
    "w Województwo mazowieckie, mazovia",
    "województwo mazowieckie, mazovia",
  })
  void a_region_is_found_by_any_of_its_names(String text, String slug) {
    assertThat(slugsIn(text)).containsExactly(slug);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "malmö",
        "Malmöbo",
        "Oslofjord",
        "Oslos",
        "Oslo2024",
        "oslo",
        "xOslo",
        "SE",
        "NO-03",
        "",
        "St.",
        "Saint. Petersburg",
        "Saint\n\nPetersburg",
        "Мальмёский"
      })
  void what_is_not_a_whole_name_with_a_capital_is_not_found(String text) {
    assertThat(slugsIn(text)).isEmpty();
  }

  @Test
  void the_longest_name_at_a_place_wins() {
    assertThat(slugsIn("the Oslo region")).containsExactly("oslo-region");
    assertThat(textsIn("the greater Oslo Region")).containsExactly("greater Oslo Region");
    assertThat(slugsIn("Øresund Region")).containsExactly("oresund-region");
    assertThat(textsIn("Øresund Region")).containsExactly("Øresund Region");
    assertThat(slugsIn("Capital Region of Denmark")).containsExactly("capital-region-of-denmark");
    assertThat(slugsIn("Stockholm County and Uusimaa"))
        .containsExactly("stockholm-county", "uusimaa");
  }

  @Test
  void a_name_that_only_begins_like_a_longer_one_is_still_found() {
    assertThat(slugsIn("Capital Region of Sweden")).containsExactly("sweden");
    assertThat(slugsIn("Oslo. Region Skåne")).containsExactly("oslo", "skane");
    assertThat(slugsIn("Oslo\n\nRegion")).containsExactly("oslo");
    assertThat(slugsIn("Oslo\nregion")).containsExactly("oslo-region");
    assertThat(slugsIn("Greater Oslo")).containsExactly("oslo-region");
  }

  @Test
  void the_first_mention_of_each_region_is_given_in_order() {
    assertThat(find("Riga, Oslo, Rīga"))
        .containsExactly(
            new MentionFinder.Hit("riga", 0, "Riga"), new MentionFinder.Hit("oslo", 6, "Oslo"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"😀 Malmö", "a\u0308 Malmo\u0308!", "𝓐𝓑 Malmö", "👩‍👩‍👧: Malmö", "日本 Malmö"})
  void the_offset_counts_code_units_and_the_text_is_as_it_stands(String text) {
    var hit = find(text).get(0);
    assertThat(hit.region()).isEqualTo("malmo");
    assertThat(text.substring(hit.offset())).startsWith(hit.text());
    assertThat(hit.text()).startsWith("Malm");
  }

  @Test
  void a_name_that_is_a_word_in_the_texts_language_is_taken_for_the_word() {
    assertThat(FINDER.find("Norra hamnen", Optional.of("sv-SE"))).isEmpty();
    assertThat(FINDER.find("Norra hamnen", Optional.empty())).isEmpty();
    assertThat(FINDER.find("Norra valitsus", Optional.of("et")))
        .extracting(MentionFinder.Hit::region)
        .containsExactly("norway");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oslo ",
        "Oslo",
        "Greater ",
        "greater Oslo ",
        "St. ",
        "Capital Region of ",
        "St.-",
        " ",
        "ö",
        "日本",
        "a\u0308",
        "\u0308",
        "Øresund\n"
      })
  void a_megabyte_of_one_repeated_word_takes_linear_time(String word) {
    String text = word.repeat(1_000_000 / word.length());
    assertTimeout(Duration.ofSeconds(20), () -> find(text));
  }

  private static List<MentionFinder.Hit> find(String text) {
    return FINDER.find(text, Optional.of("en"));
  }

  private static List<String> slugsIn(String text) {
    return find(text).stream().map(MentionFinder.Hit::region).toList();
  }

  private static List<String> textsIn(String text) {
    return find(text).stream().map(MentionFinder.Hit::text).toList();
  }
}
