package org.regionwire.region.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

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
  void a_country_is_in_the_regions_of_countries() {
    assertThat(slugs(regions.ancestors("sweden")))
        .contains("nordic-countries", "scandinavia", "baltic-sea-region")
        .doesNotContain("central-europe", "europe");
    assertThat(slugs(regions.ancestors("poland"))).contains("visegrad-group", "central-europe");
    assertThat(slugs(regions.ancestors("belgium"))).contains("benelux");
    assertThat(regions.ancestors("atlantis")).isEmpty();
  }

  @Test
  void a_place_of_the_gazetteer_is_in_its_county_its_country_and_what_these_are_in() {
    assertThat(slugs(regions.ancestors("ystad")))
        .containsSubsequence("skane", "oresund-region", "sydsverige")
        .contains("sweden", "greater-copenhagen", "nordic-countries", "baltic-sea-region")
        .doesNotHaveDuplicates();
    assertThat(slugs(regions.ancestors("liepaja"))).contains("latvia", "baltic-states");
    assertThat(slugs(regions.ancestors("espoo"))).contains("helsinki-region", "uusimaa", "finland");
    assertThat(slugs(regions.ancestors("wandsbek"))).startsWith("hamburg").contains("germany");
    assertThat(slugs(regions.ancestors("kirkenes"))).contains("barents-region", "norway");
  }

  @Test
  void a_place_of_the_gazetteer_is_a_region() {
    var ystad = regions.bySlug("ystad").orElseThrow();
    assertThat(ystad.name()).isEqualTo("Ystad");
    assertThat(ystad.type()).isEqualTo("town");
    assertThat(ystad.zone().orElseThrow().getId()).isEqualTo("Europe/Stockholm");
    assertThat(ystad.centre().orElseThrow().lat()).isBetween(55.0, 56.0);
    assertThat(ystad.profile()).isEmpty();
    assertThat(regions.bySlug("gothenburg").orElseThrow().name()).isEqualTo("Gothenburg");
    assertThat(regions.bySlug("gothenburg").orElseThrow().names()).containsEntry("sv", "Göteborg");
  }

  @Test
  void what_the_files_say_goes_before_the_gazetteer() {
    var malmo = regions.bySlug("malmo").orElseThrow();
    assertThat(malmo.name()).isEqualTo("Malmö");
    assertThat(malmo.profile()).isPresent();
    assertThat(malmo.parents()).startsWith("oresund-region", "skane").doesNotHaveDuplicates();
    assertThat(regions.bySlug("skane").orElseThrow().parents()).contains("south-baltic", "sweden");
  }

  @Test
  void parts_are_only_the_direct_ones() {
    assertThat(slugs(regions.parts("sweden")))
        .contains("skane", "stockholm-county", "gotland")
        .doesNotContain("malmo");
    assertThat(slugs(regions.parts("nordic-countries")))
        .contains("denmark", "finland", "iceland", "norway", "sweden", "aland")
        .doesNotContain("skane");
    assertThat(slugs(regions.parts("baltmet"))).hasSize(12);
    assertThat(slugs(regions.parts("skane"))).contains("malmo", "lund", "ystad");
  }

  @Test
  void the_extent_of_a_region_is_around_its_places() {
    var skane = regions.extent("skane").orElseThrow();
    assertThat(skane.contains(regions.point("malmo").orElseThrow())).isTrue();
    assertThat(skane.contains(regions.point("gothenburg").orElseThrow())).isFalse();
    assertThat(skane.contains(regions.point("skane").orElseThrow())).isTrue();
    assertThat(regions.extent("ystad").orElseThrow().isPoint()).isTrue();
    assertThat(regions.extent("baltmet")).isPresent();
    assertThat(regions.extent("atlantis")).isEmpty();
  }

  @Test
  void only_those_of_the_files_are_profiled() {
    assertThat(slugs(regions.profiled())).contains("malmo").doesNotContain("ystad");
    assertThat(regions.all().filter(region -> region.slug().equals("ystad"))).hasSize(1);
    assertThat(regions.all().count()).isGreaterThan(16_000);
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
    assertThat(slugOf("SE-O")).contains("vastra-gotaland");
    assertThat(slugOf("fi1b1")).contains("uusimaa");
    assertThat(slugOf("2693678")).isEmpty();
    assertThat(slugOf("SE-Ö")).isEmpty();
  }

  @Test
  void a_misspelt_region_has_suggestions() {
    assertThat(regions.suggestions("stokholm")).startsWith("stockholm").hasSizeLessThanOrEqualTo(3);
    assertThat(regions.suggestions("Malmø")).startsWith("malmo");
    assertThat(regions.suggestions("København")).startsWith("copenhagen");
    assertThat(regions.suggestions("Helsingfors")).startsWith("helsinki");
    assertThat(regions.suggestions("oresund")).startsWith("oresund-region");
    assertThat(regions.suggestions("gothenbrug")).startsWith("gothenburg");
    assertThat(regions.suggestions("xyzzy")).isEmpty();
    assertThat(regions.suggestions("")).isEmpty();
    assertThat(regions.suggestions("malmo".repeat(100_000))).isEmpty();
  }

  @Test
  void all_are_in_the_order_of_their_names() {
    assertThat(regions.profiled())
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
