package org.regionwire.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.pages.AnItem.anItem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.pages.site.Link;

class EveryPageTest extends PageFixture {
  @Test
  void a_title_with_markup_is_text_everywhere() {
    var item = anItem("<script>alert(1)</script>\" onload=\"x").in("malmo").published();
    var shown = List.of(item);
    for (String page :
        List.of(
            pages.home(shown, shown),
            pages.region(SmallRegions.MALMO, shown, List.of(), Map.of()),
            pages.feed("<script>alert(1)", "https://wire.example/feeds/all.rss", shown),
            pages.notFound("<script>alert(1)", List.of(new Link("/x", "<script>alert(1)"))),
            pages.message("<script>alert(1)", "<script>alert(1)"),
            pages.gone("<script>alert(1)", Optional.of("<script>alert(1)")),
            pages.letters().confirm("\"><script>alert(1)", "<script>alert(1)"),
            pages.item(item, shown))) {
      assertThat(page)
          .doesNotContain("<script>")
          .doesNotContain("content=\"&lt;script&gt;alert(1)&lt;/script&gt;\" onload");
    }
  }

  @Test
  void every_page_leads_a_feed_reader_to_the_whole_wire() {
    for (String page :
        List.of(pages.home(List.of(), List.of()), pages.regions(Map.of()), completePage())) {
      assertThat(page)
          .contains("type=\"application/rss+xml\"", "href=\"https://wire.example/feeds/all.rss\"")
          .contains("type=\"application/atom+xml\"", "href=\"https://wire.example/feeds/all.atom\"")
          .contains(
              "type=\"application/feed+json\"", "href=\"https://wire.example/feeds/all.json\"");
    }
  }

  @Test
  void a_feed_page_gives_the_address_in_every_format() {
    assertThat(pages.feed("Oslo", "https://wire.example/feeds/oslo.rss?kind=event", List.of()))
        .contains("https://wire.example/feeds/oslo.atom?kind=event")
        .contains("https://wire.example/feeds/oslo.json?kind=event")
        .contains("feed reader");
  }

  @Test
  void nothing_on_a_page_needs_script_style_or_another_host() {
    var item = anItem("T").complete().in("malmo").published();
    for (String page :
        List.of(
            pages.home(List.of(item), List.of(item)),
            pages.regions(Map.of()),
            pages.subscribe(Map.of(), List.of()),
            pages.region(SmallRegions.MALMO, List.of(item), List.of(), Map.of()))) {
      assertThat(page).doesNotContain("<script", "<style", " style=", "src=\"http", "@import");
      assertThat(page).contains("<html lang=\"en\">", "href=\"#content\"", "<main id=\"content\"");
    }
  }
}
