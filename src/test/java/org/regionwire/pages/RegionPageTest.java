package org.regionwire.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.pages.AnItem.anItem;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegionPageTest extends PageFixture {
  @Test
  void a_region_leads_a_feed_reader_first_to_its_own_feed() {
    var page = pages.region(SmallRegions.MALMO, List.of(), List.of(), Map.of());
    assertThat(page)
        .contains("<link rel=\"canonical\" href=\"https://wire.example/regions/malmo\">");
    assertThat(page.indexOf("/feeds/malmo.atom")).isPositive();
    assertThat(page.indexOf("/feeds/malmo.atom")).isLessThan(page.indexOf("/feeds/all.atom"));
  }

  @Test
  void a_region_shows_its_profile_beside_its_news() {
    var item = anItem("New harbour").saying("It opens in June.").in("malmo").published();
    var page = pages.region(SmallRegions.MALMO, List.of(item), List.of(), Map.of());
    assertThat(page)
        .contains("New harbour", "It opens in June.", "commercial centre of southern Sweden")
        .contains("271,000 <span class=\"year\">about 2007</span>", "351,749", "2023", "GeoNames")
        .contains("href=\"/regions/oresund-region\"", "<span lang=\"ru\">Мальмё</span> (Russian)")
        .contains("name=\"regions\" value=\"malmo\"", "Europe/Stockholm");
  }

  @Test
  void a_time_in_a_list_says_where_it_is_that_time() {
    var here = anItem("New harbour").in("malmo").published();
    var nowhere = anItem("New law").published();
    assertThat(pages.region(SmallRegions.MALMO, List.of(here, nowhere), List.of(), Map.of()))
        .containsPattern(">[^<]+ 20\\d\\d, \\d\\d:\\d\\d \\(Stockholm time\\)</time>")
        .containsPattern(">[^<]+ 20\\d\\d, \\d\\d:\\d\\d \\(UTC\\)</time>");
  }

  @Test
  void a_region_without_anything_has_a_page() {
    assertThat(pages.region(SmallRegions.BARE, List.of(), List.of(), Map.of()))
        .contains("No news from here yet.", "No profile has been written yet.")
        .doesNotContain("null");
  }

  @Test
  void coming_events_stand_first_by_their_start_and_only_once() {
    var autumn = anItem("Seminar").on("2007-10-09", "", "Brussels").in("malmo").published();
    var summer = anItem("Workshops").on("2007-06-13", "2007-06-15", "Saint Petersburg").published();
    var over = anItem("Kick-off").on("2007-05-09", "", "Riga").published();
    var all = List.of(autumn, over, summer);
    var page = pages.region(SmallRegions.MALMO, all, all, Map.of());
    assertThat(page.indexOf(">Workshops<")).isLessThan(page.indexOf(">Seminar<"));
    assertThat(page.indexOf(">Seminar<")).isLessThan(page.indexOf("Latest news"));
    assertThat(page.indexOf(">Kick-off<")).isGreaterThan(page.indexOf("Latest news"));
    assertThat(page.split("<h3[^>]*><a[^>]*>Seminar<", -1)).hasSize(2);
    assertThat(page).contains("13–15 June 2007", "Saint Petersburg");
  }

  @Test
  void the_map_of_a_city_is_drawn_into_its_page_and_is_small() {
    var page = pages.region(SmallRegions.MALMO, List.of(), List.of(), Map.of());
    String map = page.substring(page.indexOf("<svg"), page.indexOf("</svg>"));
    assertThat(map)
        .hasSizeLessThan(15_000)
        .contains("role=\"img\"", "<title id=\"region-map-title\">Map: Malmö</title>")
        .contains("<desc id=\"region-map-desc\">", "<circle class=\"mark\"");
    assertThat(pages.region(SmallRegions.BARE, List.of(), List.of(), Map.of()))
        .doesNotContain("<svg");
  }

  @Test
  void a_region_page_credits_where_its_data_come_from() {
    assertThat(pages.region(SmallRegions.BARE, List.of(), List.of(), Map.of()))
        .contains("GeoNames", "CC BY 4.0", "Natural Earth", "NUTS");
  }

  @Test
  void the_regions_stand_as_a_tree_with_the_number_of_their_items() {
    var page = pages.regions(Map.of("malmo", 12, "skane", 13));
    assertThat(page.replaceAll("\\s+", " "))
        .containsSubsequence(
            ">Sweden</a>",
            ">Skåne</a>",
            "13<",
            ">Malmö</a>",
            "12<",
            "Across borders",
            ">Nowhere</a>")
        .contains("<a href=\"/regions/malmo\"><circle", "<title>Malmö: 12</title>");
  }
}
