package org.regionwire.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  private static final EnrichedItem ITEM =
      anItem()
          .titled("Neuer Pier für Malmö")
          .summed("Straße am ØRESUND; Łódź, Ķekava, Ειρήνη ΟΔΟΣ, Йошкар-Ола")
          .saying(
              "<h1>New</h1><p>A <b>bike</b>way&#43;harbour &amp; s&#x61;iling</p><ul><li>one</li>"
                  + "<li>two</li></ul>")
          .by("Ann Ek", "City of Malmö")
          .build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pier",
        "PIER",
        "malmö",
        "malmo",
        "Malmo\u0308",
        "fur",
        "strasse",
        "STRASSE",
        "straße",
        "öresund",
        "oresund",
        "lodz",
        "kekava",
        "ειρηνη",
        "οδος",
        "οδός",
        "йошкар",
        "иошкар",
        "ола",
        "bikeway",
        "sailing",
        "new",
        "two",
        "ann",
        "city",
        "pier malmo",
        "\"neuer pier\"",
        "\"pier für malmö\"",
        "\"one two\"",
        "mal*",
        "\"pier fur mal*\"",
        "йошкар-ола",
        "pier -"
      })
  void finds(String query) {
    assertThat(SearchWords.of(query).occurIn(SearchText.of(ITEM.item()))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mal", "almo", "oslo", "pier oslo", "\"pier neuer\"", "\"neuer malmö\"", "\"pier mal\"",
        "b", "h1", "li", "amp", "x61", "alm*", "bike"
      })
  void does_not_find(String query) {
    assertThat(SearchWords.of(query).occurIn(SearchText.of(ITEM.item()))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'Pier  HARBOUR',harbour pier",
        "'\"New Pier\" pier','\"new pier\"'",
        "'\"New Pier',\"new pier\"",
        "'\"pier\"',pier",
        "'harb* harbour',harbour",
        "'a* ab*',ab*",
        "'\"new pi*\" pi*','\"new pi*\"'",
        "'\"new pi*\" pier','\"new pi*\" pier'",
        "'so-called','called so'",
        "'!!! \"\" * -',''",
        "'*x','x'",
        "'x**','x*'"
      })
  void all_queries_that_mean_the_same_are_written_the_same(String query, String canonical) {
    assertThat(SearchWords.of(query).query()).isEqualTo(canonical);
    assertThat(SearchWords.of(canonical).query()).isEqualTo(canonical);
  }

  @Test
  void the_place_of_an_event_is_searched() {
    var place =
        new Event.Place(
            Optional.of("Malmö Live"),
            Optional.of("Dag Hammarskjölds torg 2"),
            Optional.empty(),
            Optional.empty());
    var event = anEvent("2026-05-01").item().event().orElseThrow();
    var placed =
        new Event(
            event.start(),
            event.end(),
            event.timezone(),
            Optional.of(place),
            event.url(),
            event.status());
    String text = SearchText.of(anItem().with(placed).item());
    assertThat(SearchWords.of("\"malmo live\" torg hammarskjold*").occurIn(text)).isTrue();
  }

  @Test
  void a_text_that_is_too_long_is_searched_as_far_as_it_goes() {
    String text =
        SearchText.of(anItem().titled("first").saying("word ".repeat(50_000) + "last").item());
    assertThat(text).hasSizeLessThan(100_100).startsWith(" first word ");
    assertThat(SearchWords.of("last").occurIn(text)).isFalse();
  }

  @Test
  void a_word_that_is_too_long_is_found_by_its_beginning() {
    String word = "a".repeat(5_000);
    String text = SearchText.of(anItem().titled(word + " b").item());
    assertThat(text).hasSizeLessThan(80);
    assertThat(SearchWords.of(word).occurIn(text)).isTrue();
    assertThat(SearchWords.of("\"" + word + " b\"").occurIn(text)).isTrue();
  }

  /** Else the address of a search would lead to another one. */
  @Test
  void what_is_folded_is_not_folded_further() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT))
        .filteredOn(c -> !isStable("a" + Character.toString(c) + "b"))
        .isEmpty();
  }

  private static boolean isStable(String text) {
    String once = SearchText.fold(text);
    return SearchText.fold(once).equals(once);
  }
}
