package org.regionwire.region.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegionGraphTest {
  private final Regions regions = new RegionFiles(Optional.empty()).regions();

  @Test
  void malmo_is_in_the_oresund_region_in_skane_and_in_sweden() {
    assertThat(slugs(regions.ancestors("malmo")))
        .containsSubsequence("oresund-region", "skane", "sweden")
        .doesNotContain("denmark", "malmo")
        .doesNotHaveDuplicates();
  }

  @Test
  void copenhagen_is_in_the_oresund_region_and_in_denmark() {
    assertThat(slugs(regions.ancestors("copenhagen")))
        .contains("oresund-region", "capital-region-of-denmark", "denmark")
        .doesNotContain("sweden");
  }

  @Test
  void a_country_is_in_nothing() {
    assertThat(regions.ancestors("sweden")).isEmpty();
    assertThat(regions.ancestors("atlantis")).isEmpty();
  }

  @Test
  void parts_are_only_the_direct_ones() {
    assertThat(slugs(regions.parts("sweden"))).containsExactly("skane", "stockholm-county");
    assertThat(slugs(regions.parts("baltmet"))).hasSize(12);
    assertThat(regions.parts("malmo")).isEmpty();
  }

  @Test
  void a_region_is_found_by_slug_or_code_in_any_case() {
    assertThat(slugOf("malmo")).contains("malmo");
    assertThat(slugOf("Malmo")).contains("malmo");
    assertThat(slugOf("SE-M")).contains("skane");
    assertThat(slugOf("se-m")).contains("skane");
    assertThat(slugOf("SE224")).contains("skane");
    assertThat(slugOf("NO-03")).contains("oslo");
    assertThat(slugOf("NO")).contains("norway");
    assertThat(slugOf("RU-SPE")).contains("st-petersburg");
    assertThat(slugOf("SE-Ö")).isEmpty();
  }

  @Test
  void a_misspelt_region_has_suggestions() {
    assertThat(regions.suggestions("stokholm")).startsWith("stockholm").hasSizeLessThanOrEqualTo(3);
    assertThat(regions.suggestions("Malmø")).startsWith("malmo");
    assertThat(regions.suggestions("København")).startsWith("copenhagen");
    assertThat(regions.suggestions("Helsingfors")).startsWith("helsinki");
    assertThat(regions.suggestions("oresund")).startsWith("oresund-region");
    assertThat(regions.suggestions("xyzzy")).isEmpty();
    assertThat(regions.suggestions("")).isEmpty();
    assertThat(regions.suggestions("malmo".repeat(100_000))).isEmpty();
  }

  @Test
  void all_are_in_the_order_of_their_names() {
    assertThat(regions.all())
        .extracting(Region::name)
        .containsSubsequence("Belgium", "Moscow", "Øresund Region", "Oslo", "Oslo region", "Riga");
  }

  private Optional<String> slugOf(String slugOrCode) {
    return regions.resolve(slugOrCode).map(Region::slug);
  }

  private static List<String> slugs(Collection<Region> regions) {
    return regions.stream().map(Region::slug).toList();
  }
}
