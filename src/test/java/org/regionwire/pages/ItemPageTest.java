package org.regionwire.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.pages.AnItem.anItem;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;

class ItemPageTest extends PageFixture {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Мальмё строит новый порт",
        "马尔默与哥本哈根之间的新列车",
        "مؤتمر المدن في مالمو",
        "Ķīpsalā atklāj jaunu zinātnes parku",
        "Łódź, Gdańsk i Szczecin razem",
        "A bridge 🌉 in 𝕌𝕟𝕚𝕔𝕠𝕕𝕖"
      })
  void every_script_is_shown_as_written(String title) {
    var item = anItem(title).saying(title + "!").in("malmo").published();
    var home = pages.home(List.of(item), List.of());
    var page = pages.item(item, List.of(item));
    assertThat(home).contains(title).contains(title + "!");
    assertThat(page).contains("<title>" + title + " – Regionwire</title>");
    assertThat(jsonLd(page).path("headline").asText()).isEqualTo(title);
  }

  @Test
  void an_item_with_nothing_but_a_title_has_a_page() {
    var item = anItem("Only a title").published();
    var page = pages.item(item, List.of(item));
    assertThat(page).contains("Only a title", "The sender gave no text.");
    assertThat(page).doesNotContain("Regions, and why", "History", "updated <time", "null");
  }

  @Test
  void an_item_with_every_field_shows_every_field() {
    var page = completePage();
    assertThat(page)
        .contains("9 October 2007, 09:30–12:00 (Brussels time)")
        .contains("datetime=\"2007-10-09T09:30:00+02:00\"")
        .contains("Committee of the Regions", "Rue Belliard 99, Brussels", "mlat=50.83990")
        .contains("Cancelled")
        .contains("By <bdi>Åsa &lt;Öberg&gt;</bdi>", "City of Malmö &amp; partners")
        .contains("In Swedish.")
        .contains("alt=\"A &#34;bridge&#34;\"")
        .contains("Programme</a> <span class=\"meta\">application/pdf, 1.2 MB", "list.csv</a></li>")
        .contains("ICT<span", "Maritime &amp; shipping", "unheard-of")
        .contains("href=\"https://example.org/news/1?a=1&amp;b=2\"");
  }

  @Test
  void a_year_that_was_inferred_is_marked_wherever_the_day_stands() {
    var item = anItem("Konference").telling("3. jūnijā", "2007-06-03").in("malmo").published();
    var page = pages.item(item, List.of(item));
    assertThat(page).contains("3 June 2007", "Year inferred: the text says “<bdi>3. jūnijā</bdi>”");
    assertThat(pages.home(List.of(item), List.of())).contains("3 June 2007", "(year inferred)");
  }

  @Test
  void a_year_that_the_sender_gave_is_not_marked() {
    var item = anItem("Konference").on("2007-06-03", "", "Lund").telling("3 June", "2007-06-03");
    assertThat(pages.item(item.published(), List.of(item.published())))
        .contains("3 June 2007")
        .doesNotContainIgnoringCase("inferred");
  }

  @Test
  void the_evidence_stands_beside_each_region() {
    var item =
        anItem("Bridge")
            .in("malmo")
            .alsoIn("oresund-region", "Malmö is in it")
            .alsoIn("no-longer-known", "was")
            .published();
    var page = pages.item(item, List.of(item));
    assertThat(page)
        .contains("<dt><a href=\"/regions/malmo\">Malmö</a></dt><dd>“malmo” stands in the title")
        .contains("Øresund Region</a></dt><dd>Malmö is in it</dd>")
        .doesNotContain("no-longer-known");
  }

  @Test
  void sanitised_content_is_shown_as_it_is_in_its_own_language() {
    var item = anItem("T").language("lv").holding("<p>Rīga &amp; <em>Liepāja</em></p>").published();
    assertThat(pages.item(item, List.of(item)))
        .contains("<div class=\"content\" lang=\"lv\" dir=\"auto\"><p>Rīga &amp; <em>Liepāja</em>");
  }

  @Test
  void a_title_cannot_end_the_json_ld() {
    var title = "</script><script>alert(1)</script><!-- & \u2028";
    var item = anItem(title).published();
    var page = pages.item(item, List.of(item));
    assertThat(page.split("<script", -1)).hasSize(2);
    assertThat(jsonLd(page).path("headline").asText()).isEqualTo(title);
  }

  @Test
  void an_event_is_a_schema_org_event() {
    var data = jsonLd(completePage());
    assertThat(data.path("@type").asText()).isEqualTo("Event");
    assertThat(data.path("startDate").asText()).isEqualTo("2007-10-09T09:30:00+02:00");
    assertThat(data.path("endDate").asText()).isEqualTo("2007-10-09T12:00:00+02:00");
    assertThat(data.path("eventStatus").asText()).isEqualTo("https://schema.org/EventCancelled");
    assertThat(data.at("/location/name").asText()).isEqualTo("Committee of the Regions");
    assertThat(data.at("/location/geo/latitude").asDouble()).isEqualTo(50.8399);
    assertThat(data.path("url").asText()).startsWith("https://wire.example/items/");
  }

  @Test
  void news_is_a_schema_org_article_with_its_times() {
    var first = anItem("Bridge").number(1).published();
    var second = anItem("Bridge opened").revision(2, "Bridge").published();
    var page = pages.item(second, List.of(first, second));
    var data = jsonLd(page);
    assertThat(data.path("@type").asText()).isEqualTo("NewsArticle");
    assertThat(data.path("datePublished").asText()).isEqualTo("2007-05-02T08:17:10Z");
    assertThat(data.path("dateModified").asText()).isEqualTo("2007-05-03T08:17:10Z");
    assertThat(page).contains("updated <time datetime=\"2007-05-03T08:17:10Z\"");
    assertThat(page).contains("Updated <time", "<span>Bridge</span>", "</span>opened</ins>");
  }

  @Test
  void a_link_that_is_not_of_the_web_is_not_followed() {
    var item = anItem("T").linking("javascript:alert(1)").published();
    assertThat(pages.item(item, List.of(item))).doesNotContain("href=\"javascript:");
  }

  @Test
  void a_read_more_link_says_of_what() {
    var item = anItem("New harbour").language("sv").published();
    assertThat(pages.home(List.of(item), List.of()))
        .contains(
            "Read more<span class=\"unseen\">: <span lang=\"sv\">New harbour</span></span></a>");
  }

  @Test
  void an_event_that_may_not_happen_says_so_in_lists() {
    var tentative =
        new Event(
            EventTime.parse("2007-06-13"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Event.Status.TENTATIVE);
    var item = anItem("T").happening(tentative).published();
    assertThat(pages.home(List.of(item), List.of())).contains("Not yet confirmed", "13 June 2007");
  }
}
