package org.regionwire.region.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.gazetteer.Gazetteer;

class SlugListTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final SlugList SHIPPED = SlugList.shipped();
  private final Regions regions = new RegionFiles(Optional.empty(), GAZETTEER).regions();

  /**
   * When this fails after the gazetteer was built anew, run {@code mvn test-compile} and {@code
   * SlugListMaker} on the class path of the tests: it adds what is new.
   */
  @Test
  void everything_in_the_gazetteer_can_be_followed() {
    var lost =
        GAZETTEER
            .places()
            .filter(place -> !AtlasRegions.key(GAZETTEER, place.number()).equals("0"))
            .filter(place -> regions.of(place).isEmpty());
    assertThat(lost).isEmpty();
  }

  @Test
  void made_anew_the_list_is_as_it_is() {
    assertThat(new SlugListMaker(SHIPPED, GAZETTEER).make())
        .isEqualTo(YamlFile.resource(SlugList.FILE));
  }

  @Test
  void what_has_a_slug_keeps_it() {
    var before = new SlugList("some-town\t2692969\nskane\tSE-M\n");
    var after = new SlugList(new SlugListMaker(before, GAZETTEER).make());
    assertThat(after.slug("2692969")).contains("some-town");
    assertThat(after.slug("SE-M")).contains("skane");
    assertThat(after.slug("SE224")).contains("skane");
    assertThat(after.slug("2693678")).contains("lund");
  }

  @Test
  void slugs_can_be_read_and_written() {
    assertThat(SHIPPED.slugs())
        .hasSizeGreaterThan(16_000)
        .allSatisfy(slug -> assertThat(slug).matches(RegionReader.SLUG).hasSizeBetween(3, 60))
        .contains("malmo", "skane", "gothenburg", "gdansk", "aland", "hamburg", "zealand")
        .doesNotContain("all");
  }

  @Test
  void a_slug_is_never_the_code_of_another_region() {
    for (String slug : SHIPPED.slugs()) {
      assertThat(regions.resolve(slug)).map(Region::slug).contains(slug);
    }
  }

  @Test
  void one_region_has_one_slug() {
    assertThat(slug("DE-HH")).isEqualTo("hamburg");
    assertThat(slug("DE600")).isEqualTo("hamburg");
    assertThat(slug("SE224")).isEqualTo("skane");
    assertThat(slug("EE00")).isEqualTo("estonia");
    assertThat(slug("LV-LPX")).isEqualTo("liepaja");
    assertThat(slug("FI-01")).isEqualTo("aland");
  }

  @Test
  void of_namesakes_the_larger_has_the_bare_slug() {
    assertThat(country("uppsala")).contains("uppsala-county");
    assertThat(country("bergen")).contains("norway");
    assertThat(country("bergen-germany")).contains("germany");
  }

  @Test
  void nothing_is_part_of_itself() {
    for (String slug : SHIPPED.slugs()) {
      var above = regions.ancestors(slug).stream().map(Region::slug).toList();
      assertThat(above).doesNotContain(slug);
      assertThat(new HashSet<>(above)).hasSameSizeAs(above);
    }
  }

  private String slug(String code) {
    return regions.resolve(code).map(Region::slug).orElse("");
  }

  private List<String> country(String slug) {
    return regions.ancestors(slug).stream().map(Region::slug).toList();
  }
}
