package org.regionwire.region.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

class RegionFilesTest {
  @TempDir Path folder;

  @Test
  void the_metropoles_their_surroundings_and_their_countries_are_shipped() {
    var slugs = shipped().profiled().stream().map(Region::slug).toList();
    assertThat(slugs)
        .contains("berlin", "copenhagen", "helsinki", "malmo", "moscow", "oslo", "riga")
        .contains("st-petersburg", "stockholm", "tallinn", "vilnius", "warsaw", "brussels")
        .contains("oresund-region", "oslo-region", "skane", "stockholm-county", "uusimaa")
        .contains("capital-region-of-denmark", "harju", "vilnius-county", "mazovia")
        .contains("germany", "denmark", "estonia", "finland", "lithuania", "latvia", "norway")
        .contains("poland", "russia", "sweden", "belgium", "baltmet")
        .doesNotHaveDuplicates();
  }

  @Test
  void every_shipped_region_has_a_profile_and_every_fact_its_year_and_source() {
    for (Region region : shipped().profiled()) {
      assertThat(region.profile()).as(region.slug()).isPresent();
      assertThat(region.profile().orElseThrow().facts())
          .allSatisfy(
              fact -> {
                assertThat(fact.year()).isIn("2023", "about 2007");
                assertThat(fact.source()).isIn("GeoNames", "BaltMet Inno city profile");
              });
    }
  }

  @Test
  void norwegian_is_a_language_and_not_a_truth_value() {
    assertThat(shipped().bySlug("copenhagen").orElseThrow().names())
        .containsEntry("no", "København");
    assertThat(shipped().bySlug("oslo").orElseThrow().languages()).containsExactly("no");
    assertThat(shipped().resolve("no").map(Region::slug)).contains("norway");
  }

  @Test
  void topics_are_shipped_in_the_order_of_their_names() {
    var topics = new RegionFiles(Optional.empty()).topics();
    assertThat(topics.all()).extracting(Topics.Topic::name).isSorted().contains("Life sciences");
    assertThat(topics.bySlug("ict")).map(Topics.Topic::name).contains("ICT");
    assertThat(topics.suggestions("life-sience")).startsWith("life-sciences");
  }

  @Test
  void an_operators_folder_adds_regions_and_topics() {
    write(
        "mine.yaml",
        """
        lund:
          name: Lund
          type: city
          centre: [55.7, 13.2]
          zone: Europe/Stockholm
          parents: [skane]
        """);
    write("topics.yaml", "fisheries: Fisheries\n");
    var files = new RegionFiles(Optional.of(folder));
    assertThat(slugs(files.regions().ancestors("lund")))
        .contains("skane", "oresund-region", "sweden", "baltic-sea-region");
    assertThat(files.topics().bySlug("fisheries")).isPresent();
    assertThat(files.topics().bySlug("ict")).isPresent();
  }

  @Test
  void an_operators_folder_overrides_single_fields() {
    write("mine.yaml", "malmo:\n  aliases: [Malmstad]\n  zone: Europe/Copenhagen\n");
    var malmo = new RegionFiles(Optional.of(folder)).regions().bySlug("malmo").orElseThrow();
    assertThat(malmo.aliases()).containsExactly("Malmstad");
    assertThat(malmo.zone()).contains(ZoneId.of("Europe/Copenhagen"));
    assertThat(malmo.name()).isEqualTo("Malmö");
    assertThat(malmo.parents()).contains("skane");
  }

  @Test
  void a_network_names_its_members_and_they_are_in_it() {
    write(
        "mine.yaml",
        """
        cruise-ports:
          name: Cruise ports
          type: network
          members: [copenhagen, SE-I, ystad]
        """);
    var regions = new RegionFiles(Optional.of(folder)).regions();
    assertThat(slugs(regions.parts("cruise-ports")))
        .containsExactly("copenhagen", "gotland", "ystad");
    assertThat(slugs(regions.ancestors("ystad"))).startsWith("skane", "cruise-ports");
    assertThat(slugs(regions.ancestors("copenhagen"))).contains("cruise-ports", "denmark");
  }

  @Test
  void a_former_slug_leads_to_the_region_for_ever() {
    write("mine.yaml", "lund:\n  formerly: [lunden, university-town]\n");
    var regions = new RegionFiles(Optional.of(folder)).regions();
    assertThat(regions.canonical("lunden")).contains("lund");
    assertThat(regions.canonical("lund")).isEmpty();
    assertThat(regions.bySlug("lunden")).isEmpty();
    assertThat(regions.resolve("university-town")).map(Region::slug).contains("lund");
  }

  @Test
  void a_file_of_the_name_of_a_shipped_one_is_told_by_its_path() {
    write("cities.yaml", "malmo:\n  mayor: Ann\n");
    assertThat(problems()).hasSize(1).first().asString().contains(folder + "/cities.yaml line 2: ");
  }

  @Test
  void all_problems_are_told_at_once_with_file_and_line() {
    write(
        "a.yaml",
        """
        lund:
          name: Lund
          type: city
          centre: [155.7, 13.2]
          zone: Europe/Lund
          parents: [skane, swedn]
        Ystad:
          name: Ystad
          colour: blue
        """);
    write(
        "b.yaml",
        """
        lund:
          name: Lund again
          type: city
        east:
          name: East
          type: county
          parents: [west]
        west:
          name: West
          type: county
          codes: [SE-M]
          parents: [east]
        malmstad:
          name: Malmø
          type: city
        all:
          name: Everything
          type: network
        """);
    assertThat(problems())
        .containsExactlyInAnyOrder(
            "a.yaml line 4: the centre is [latitude, longitude] in degrees, not [155.7, 13.2]",
            "a.yaml line 5: “Europe/Lund” is not a time zone, such as Europe/Oslo",
            "a.yaml line 6: parent “swedn” is not a region; did you mean sweden?",
            "a.yaml line 7: “Ystad” is not a slug: small letters a to z, digits and single hyphens",
            "a.yaml line 7: Ystad has no type",
            "a.yaml line 9: “colour” is not one of name, type, names, aliases, codes, centre, zone,"
                + " parents, members, formerly, languages, profile, facts",
            "b.yaml line 1: “lund” is there twice; first at a.yaml line 1",
            "b.yaml line 7: east would be part of itself: east → west → east",
            "b.yaml line 11: code SE-M is already that of skane",
            "b.yaml line 14: “Malmø” is already a name of malmo",
            "b.yaml line 16: “all” stands for all regions and cannot be one");
  }

  @Test
  void what_is_not_a_number_list_or_fact_is_a_problem() {
    write(
        "a.yaml",
        """
        lund:
          name: [Lund]
          type:
          aliases: Lunden
          centre: [north, 13.2]
          facts:
            - { label: Population, value: "1" }
          type: city
        """);
    assertThat(problems())
        .containsExactlyInAnyOrder(
            "a.yaml line 2: a text is needed here",
            "a.yaml line 3: a text is needed here",
            "a.yaml line 4: a list is needed here",
            "a.yaml line 5: the centre is [latitude, longitude] in degrees, not [north, 13.2]",
            "a.yaml line 7: the fact has no year",
            "a.yaml line 7: the fact has no source",
            "a.yaml line 8: “type” is there twice");
  }

  @Test
  void a_file_that_is_not_yaml_is_a_problem_with_its_line() {
    write("a.yaml", "lund:\n  name: [Lund\n  type: city\n");
    assertThat(problems()).hasSize(1).first().asString().startsWith("a.yaml line 3: is not YAML: ");
  }

  @Test
  void a_folder_that_is_not_there_is_a_problem() {
    folder = folder.resolve("nowhere");
    assertThat(problems()).hasSize(1).first().asString().endsWith("is not a folder");
  }

  @Test
  void an_empty_folder_or_file_changes_nothing() {
    write("a.yaml", "# nothing yet\n");
    var files = new RegionFiles(Optional.of(folder));
    assertThat(files.regions().profiled()).hasSameSizeAs(shipped().profiled());
  }

  private List<String> problems() {
    return catchThrowableOfType(BadRegionFiles.class, () -> new RegionFiles(Optional.of(folder)))
        .problems();
  }

  private static Regions shipped() {
    return new RegionFiles(Optional.empty()).regions();
  }

  private static List<String> slugs(List<Region> regions) {
    return regions.stream().map(Region::slug).toList();
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
