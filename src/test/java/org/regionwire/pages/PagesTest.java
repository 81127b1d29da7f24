package org.regionwire.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.pages.AnItem.anItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.intake.Problem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.PublishedItem;

class PagesTest {
  private static final Clock MAY_2007 =
      Clock.fixed(Instant.parse("2007-05-10T12:00:00Z"), ZoneOffset.UTC);
  private static final Pattern JSON_LD =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  private final SmallRegions regions = new SmallRegions();
  private final Pages pages =
      new Pages(URI.create("https://wire.example/"), regions, regions.topics(), MAY_2007);

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
  void a_read_more_link_says_of_what() {
    var item = anItem("New harbour").language("sv").published();
    assertThat(pages.home(List.of(item), List.of()))
        .contains(
            "Read more<span class=\"unseen\">: <span lang=\"sv\">New harbour</span></span></a>");
  }

  @Test
  void the_form_keeps_what_was_typed_and_says_what_is_wrong_beside_it() {
    var typed =
        Map.of(
            "email", List.of("ann@\"example"),
            "regions", List.of("malmo", "oslo"),
            "kind", List.of("event"),
            "topics", List.of("ict"),
            "time", List.of("25:00"),
            "zone", List.of("Mars/Base"),
            "format", List.of("text"));
    var page =
        pages.subscribe(
            typed,
            List.of(
                new Problem("/email", "is not an address"),
                new Problem("/time", "is not a time"),
                new Problem("/zone", "is unknown"),
                new Problem("/regions/1", "holds an unknown region: osl"),
                new Problem("", "too many tries today")));
    assertThat(page)
        .contains(
            "value=\"ann@&#34;example\" aria-invalid=\"true\" aria-describedby=\"email-problems\"")
        .containsPattern("id=\"email-problems\">\\s*<li>The email address is not an address</li>")
        .containsPattern("id=\"time-problems\">\\s*<li>The time is not a time</li>")
        .containsPattern("id=\"regions-problems\">\\s*<li>The choice of regions holds an unknown")
        .contains("<a href=\"#zone\">The time zone is unknown</a>", "<li>Too many tries today</li>")
        .contains("value=\"malmo\" checked", "value=\"oslo\" checked", "value=\"ict\" checked")
        .contains("value=\"event\" checked", "value=\"text\" checked", "value=\"25:00\"")
        .contains("<option value=\"Mars/Base\" selected>")
        .doesNotContain("value=\"riga\" checked");
    assertThat(page.split(" selected>", -1)).as("cadence, weekday, zone, language").hasSize(5);
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

  @Test
  void the_zone_is_that_of_the_region_or_that_of_most_regions() {
    assertThat(pages.subscribe(Map.of("regions", List.of("oslo")), List.of()))
        .contains("<option value=\"Europe/Oslo\" selected>");
    assertThat(pages.subscribe(Map.of(), List.of()))
        .contains("<option value=\"Europe/Stockholm\" selected>");
  }

  @Test
  void only_a_button_confirms_or_unsubscribes() {
    assertThat(pages.letters().confirm("a/b c", "One letter a day."))
        .contains("<form method=\"post\" action=\"/confirm/a%2Fb+c\">", "One letter a day.");
    assertThat(pages.letters().unsubscribe("tok_en-1", "One letter a day."))
        .contains("<form method=\"post\" action=\"/unsubscribe/tok_en-1\">", "noindex");
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

  private String completePage() {
    PublishedItem item = anItem("Öppna dagar").complete().in("malmo").published();
    return pages.item(item, List.of(item));
  }

  private static JsonNode jsonLd(String page) {
    var matcher = JSON_LD.matcher(page);
    assertThat(matcher.find()).isTrue();
    try {
      return new ObjectMapper().readTree(matcher.group(1));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(matcher.group(1), e);
    }
  }
}
