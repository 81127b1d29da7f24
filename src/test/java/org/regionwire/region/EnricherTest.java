package org.regionwire.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.RegionFound;
import org.regionwire.news.RegionFound.How;
import org.regionwire.news.RegionFound.Mention;

class EnricherTest {
  private static final Enricher ENRICHER =
      new Enricher(new RegionFiles(Optional.empty()).regions());

  @Test
  void named_comes_before_mentioned_before_contains() {
    var found = found(item("From Riga to Tallinn", "", "", List.of("malmo")));
    assertThat(slugs(found, How.NAMED)).containsExactly("malmo");
    assertThat(slugs(found, How.MENTIONED)).containsExactly("riga", "tallinn");
    assertThat(slugs(found, How.CONTAINS))
        .containsExactly(
            "oresund-region", "skane", "baltmet", "sweden", "latvia", "harju", "estonia");
    assertThat(found).extracting(RegionFound::how).isSorted();
  }

  @Test
  void each_region_is_found_once_by_its_strongest_evidence() {
    var found = found(item("Malmö in Sweden", "Malmö", "<p>Skåne, Malmö</p>", List.of("malmo")));
    assertThat(found).extracting(RegionFound::region).doesNotHaveDuplicates();
    assertThat(slugs(found, How.NAMED)).containsExactly("malmo");
    assertThat(slugs(found, How.MENTIONED)).containsExactly("sweden", "skane");
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
    assertThat(slugs(found, How.MENTIONED)).containsExactly("baltmet", "berlin");
    assertThat(slugs(found, How.CONTAINS)).containsExactly("germany");
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
    assertThat(slugs(found(first), How.MENTIONED)).containsExactly("baltmet", "brussels");
    assertThat(slugs(found(second), How.MENTIONED)).containsExactly("brussels", "baltmet");
    assertThat(slugs(found(second), How.CONTAINS)).containsExactly("belgium");
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
    assertThat(slugs(found, How.MENTIONED)).containsExactly("baltmet", "st-petersburg");
    assertThat(slugs(found, How.CONTAINS)).containsExactly("russia");
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
        Optional.of("en"),
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
