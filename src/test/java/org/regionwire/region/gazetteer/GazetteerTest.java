package org.regionwire.region.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GazetteerTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();

  @Test
  void a_city_is_known_with_its_names_and_parents() {
    var tallinn = GAZETTEER.byGeonameId(588409).orElseThrow();
    assertThat(tallinn.name()).isEqualTo("Tallinn");
    assertThat(tallinn.capital()).isTrue();
    assertThat(tallinn.nameIn("lv")).isEqualTo("Tallina");
    assertThat(tallinn.zone()).isEqualTo("Europe/Tallinn");
    assertThat(tallinn.lat()).isBetween(59.4, 59.5);
    assertThat(tallinn.parents())
        .extracting(parent -> GAZETTEER.place(parent).codes().get(0))
        .contains("EE-37", "EE");
  }

  @Test
  void a_county_is_known_by_each_of_its_codes() {
    assertThat(GAZETTEER.byCode("SE-AB")).isEqualTo(GAZETTEER.byCode("se110"));
    assertThat(GAZETTEER.byCode("SE-AB").orElseThrow().aliases()).contains("Stockholm");
  }

  @Test
  void islands_are_known_by_a_slug() {
    assertThat(GAZETTEER.byCode("naissaar").orElseThrow().kind()).isEqualTo(Kind.ISLAND);
  }

  @Test
  void parts_know_their_whole() {
    int skane = GAZETTEER.byCode("SE-M").orElseThrow().number();
    assertThat(GAZETTEER.children(skane))
        .extracting(GAZETTEER::name)
        .contains("Malmö", "Lund", "Helsingborg");
  }

  @Test
  void every_place_has_a_name_and_a_number() {
    assertThat(GAZETTEER.places()).hasSize(GAZETTEER.size()).noneMatch(p -> p.name().isBlank());
  }
}
