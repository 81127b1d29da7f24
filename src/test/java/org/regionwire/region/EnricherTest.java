package org.regionwire.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regionwire.news.ItemId;
import org.regionwire.news.Items;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.RegionFound;
import org.regionwire.news.RegionFound.How;
import org.regionwire.news.RegionFound.Mention;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;

class EnricherTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final Enricher ENRICHER =
      new Enricher(new RegionFiles(Optional.empty(), GAZETTEER).regions(), GAZETTEER);

  @Test
  void named_comes_before_mentioned_before_contains() {
    var found = found(item("From Riga to Tallinn", "", "", List.of("malmo")));
    assertThat(slugs(found, How.NAMED)).containsExactly("malmo");
    assertThat(slugs(found, How.MENTIONED)).containsExactly("tallinn", "riga");
    assertThat(slugs(found, How.CONTAINS))
        .contains("oresund-region", "skane", "baltmet", "sweden", "harju", "estonia", "latvia");
    assertThat(found).extracting(RegionFound::how).isSorted();
  }

  @Test
  void each_region_is_found_once_by_its_strongest_evidence() {
    var found = found(item("Malmö in Sweden", "Malmö", "<p>Skåne, Malmö</p>", List.of("malmo")));
    assertThat(found).extracting(RegionFound::region).doesNotHaveDuplicates();
    assertThat(slugs(found, How.NAMED)).containsExactly("malmo");
    assertThat(slugs(found, How.MENTIONED)).containsExactlyInAnyOrder("sweden", "skane");
  }

  @ParameterizedTest
  @CsvSource({
    "https://stadt.example.de/news, falkenberg-germany",
    "https://kommun.example.se/news, falkenberg",
    "https://wire.example.tv/news, falkenberg",
    "mailto:press@example.de, falkenberg",
  })
  void the_address_of_the_source_tells_namesakes_apart(String link, String slug) {
    var item = Items.anItem().titled("A school opens in Falkenberg").linkedTo(link).build().item();
    assertThat(ENRICHER.enrich(item).regionSlugs()).startsWith(slug);
  }

  @Test
  void the_evidence_can_be_read() {
    var found = found(item("Hello Malmö", "", "", List.of("oslo")));
    assertThat(found)
        .contains(
            RegionFound.named("oslo", "you named it"),
            new RegionFound(
                "malmo",
                How.MENTIONED,
                true,
                1,
                "“Malmö” in the title",
                List.of(new Mention("title", 6, "Malmö"))),
            new RegionFound("skane", How.CONTAINS, true, 1, "Malmö is in it", List.of()));
  }

  @Test
  void content_is_read_as_the_text_that_people_see() {
    String html = "<p>A &amp; B</p><p><a href=\"https://x.org/Oslo\">In <b>Mal</b>m&ouml;</a></p>";
    var found = found(item("News", "", html, List.of()));
    assertThat(slugs(found, How.MENTIONED)).containsExactly("malmo");
    var mention = found.get(0).mentions().get(0);
    assertThat(mention.field()).isEqualTo("content");
    assertThat(PlainText.of(html).substring(mention.offset())).isEqualTo("Malmö");
  }

  @Test
  void an_item_about_nowhere_has_no_regions() {
    assertThat(found(item("News", "of nothing", "<p>at all</p>", List.of()))).isEmpty();
  }

  @Test
  void the_cluster_conference_was_in_berlin() {
    var found =
        found(
            item(
                "BaltMet Inno WP 3 \"Cluster Development\" final event conference",
                "On November 13th BaltMet Inno WP 3 \"Cluster Development\" conference"
                    + " \"Transnational Cluster Alliances - Connecting Neighbours in the Baltic Sea"
                    + " Region\" hosted by TSB Innovationsagentur Berlin GmbH in cooperation with"
                    + " WISTA MANAGEMENT GMBH took place in Berlin",
                "",
                List.of()));
    assertThat(slugs(found, How.MENTIONED)).contains("baltmet", "berlin");
    assertThat(slugs(found, How.CONTAINS)).contains("germany");
  }

  @Test
  void both_notices_of_the_open_days_seminar_are_about_brussels() {
    var first =
        item(
            "Balt Met Inno seminar in the framework of Open Days in Brussels on 9th October 2007.",
            "",
            "",
            List.of());
    var second =
        item(
            "Seminar at Open Days in Brussels on 9 October 2007",
            "In collaboration with the Baltic Sea Group, BaltMet Inno will arrange the seminar"
                + " \"Boosting Innovation through Metropolitan Partnership\".",
            "",
            List.of());
    assertThat(slugs(found(first), How.MENTIONED)).containsExactlyInAnyOrder("baltmet", "brussels");
    assertThat(slugs(found(second), How.MENTIONED))
        .containsExactlyInAnyOrder("brussels", "baltmet");
    assertThat(slugs(found(second), How.CONTAINS)).contains("belgium");
  }

  @Test
  void the_workshops_were_in_saint_petersburg() {
    var found =
        found(
            item(
                "BaltMet Inno Workshops in St. Petersburg, 13-15 June 2007",
                "From 13 - 15 June, the City of St. Petersburg hosted a number of BaltMet Inno"
                    + " workshops and BaltMet network meetings.",
                "",
                List.of()));
    assertThat(slugs(found, How.MENTIONED)).containsExactlyInAnyOrder("baltmet", "st-petersburg");
    assertThat(slugs(found, How.CONTAINS)).contains("russia");
  }

  @Test
  void a_region_in_which_a_named_one_lies_is_what_the_item_is_about_too() {
    var found = found(item("Konference Liepājā", "Viesi no Tallinas.", "", List.of()));
    assertThat(found)
        .filteredOn(RegionFound::primary)
        .extracting(RegionFound::region)
        .contains("liepaja", "latvia")
        .doesNotContain("tallinn", "estonia");
    assertThat(found).extracting(RegionFound::region).contains("tallinn", "estonia");
  }

  @Test
  void a_region_that_the_sender_refuses_is_never_found() {
    var item = item("Malmö and Lund", "", "", List.of());
    var refusing =
        new NewsItem(
            item.id(),
            item.origin(),
            item.kind(),
            item.title(),
            item.summary(),
            item.content(),
            item.language(),
            item.link(),
            item.author(),
            item.organisation(),
            item.written(),
            item.publishAt(),
            item.expires(),
            item.regions(),
            List.of("malmo"),
            item.topics(),
            item.event(),
            item.image(),
            item.attachments());
    assertThat(found(item)).extracting(RegionFound::region).contains("malmo", "lund");
    assertThat(found(refusing))
        .extracting(RegionFound::region)
        .contains("lund")
        .doesNotContain("malmo");
  }

  @Test
  void the_days_in_the_text_are_those_of_the_event() {
    var enriched =
        ENRICHER.enrich(
            item("Konference", "Liepājā 3. un 4. jūnijā notiks konference.", "", List.of()));
    var when = enriched.when().orElseThrow();
    assertThat(when.start().date()).hasMonth(java.time.Month.JUNE).hasDayOfMonth(3);
    assertThat(when.end().orElseThrow().date()).hasDayOfMonth(4);
    assertThat(when.yearInferred()).isTrue();
    assertThat(when.field()).isEqualTo("summary");
    assertThat(when.offset()).isEqualTo("Liepājā ".length());
  }

  @Test
  void a_text_that_is_mended_later_is_read_as_of_the_day_on_which_it_first_came() {
    var item = item("Regatta on 9 October", "", "", List.of());
    var first = new Origin("test", "a", "h", at("2026-10-01"), Optional.empty());
    var later = new Origin("test", "b", "h", at("2027-02-01"), Optional.empty()).after(first);
    for (var origin : List.of(first, later)) {
      var when = ENRICHER.enrich(item.from(item.id(), origin)).when().orElseThrow();
      assertThat(when.start().date()).isEqualTo("2026-10-09");
    }
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static List<RegionFound> found(NewsItem item) {
    return ENRICHER.enrich(item).regions();
  }

  private static List<String> slugs(List<RegionFound> found, How how) {
    return found.stream().filter(f -> f.how() == how).map(RegionFound::region).toList();
  }

  private static NewsItem item(String title, String summary, String content, List<String> regions) {
    return new NewsItem(
        ItemId.derivedFrom(title),
        new Origin("test", "key", "hash", Instant.EPOCH, Optional.empty()),
        Optional.of(Kind.NEWS),
        title,
        Optional.of(summary).filter(s -> !s.isEmpty()),
        Optional.of(content).filter(s -> !s.isEmpty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        regions,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
