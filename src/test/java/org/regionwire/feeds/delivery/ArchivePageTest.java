package org.regionwire.feeds.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.feeds.delivery.FeedSite.header;
import static org.regionwire.feeds.delivery.FeedSite.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ArchivePageTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String HISTORY = "http://purl.org/syndication/history/1.0";

  private final Desk desk = new Desk();
  private FeedSite site;

  @BeforeEach
  void opens() {
    site = new FeedSite(desk);
    publishes(0, 300);
  }

  @AfterEach
  void closes() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"atom", "rss"})
  void pages_say_what_they_are_and_lead_to_each_other(String format) throws Exception {
    var feed = xml(site.get("/feeds/malmo." + format));
    assertThat(feed.getElementsByTagNameNS(HISTORY, "archive").getLength()).isZero();
    assertThat(links(feed))
        .containsEntry("prev-archive", page("297-300", format))
        .doesNotContainKeys("current", "next-archive");
    var page = xml(site.get("/feeds/malmo/archive/129-256." + format));
    assertThat(page.getElementsByTagNameNS(HISTORY, "archive").getLength()).isEqualTo(1);
    assertThat(links(page))
        .containsEntry("self", page("129-256", format))
        .containsEntry("current", Desk.BASE + "/feeds/malmo." + format)
        .containsEntry("prev-archive", page("1-128", format))
        .doesNotContainKey("next-archive");
    assertThat(links(xml(site.get("/feeds/malmo/archive/1-128." + format))))
        .containsEntry("next-archive", page("129-256", format))
        .doesNotContainKey("prev-archive");
  }

  @Test
  void json_feed_has_the_same_under_its_own_names() throws Exception {
    var json = new ObjectMapper();
    assertThat(json.readTree(site.get("/feeds/malmo.json").body()).get("next_url").asText())
        .isEqualTo(page("297-300", "json"));
    var page = json.readTree(site.get("/feeds/malmo/archive/129-256.json").body());
    assertThat(page.get("feed_url").asText()).isEqualTo(page("129-256", "json"));
    assertThat(page.get("next_url").asText()).isEqualTo(page("1-128", "json"));
    assertThat(page.at("/_archive/current_url").asText())
        .isEqualTo(Desk.BASE + "/feeds/malmo.json");
    assertThat(page.get("items")).hasSize(128);
    assertThat(json.readTree(site.get("/feeds/malmo/archive/1-128.json").body()).has("next_url"))
        .isFalse();
  }

  @Test
  void a_page_may_be_kept_for_long_and_is_asked_for_by_its_tag() throws Exception {
    String path = "/feeds/malmo/archive/1-128.atom";
    var plain = site.get(path);
    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(header(plain, "Content-Type")).isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(header(plain, "Cache-Control")).startsWith("public, max-age=86400, s-maxage=3600");
    assertThat(header(plain, "Vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(plain.headers().firstValue("Last-Modified")).isEmpty();
    String tag = header(plain, "ETag");
    var zipped = site.get(path, "Accept-Encoding", "gzip");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
    for (String had : List.of(tag, "W/" + tag, "\"x\", " + tag, "*", header(zipped, "ETag"))) {
      assertThat(site.get(path, "If-None-Match", had).statusCode()).as(had).isEqualTo(304);
    }
    assertThat(site.get(path, "If-Modified-Since", header(plain, "Date")).statusCode())
        .isEqualTo(200);
    var head = site.send("HEAD", path);
    assertThat(header(head, "ETag")).isEqualTo(tag);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void a_full_page_stays_as_it_is_while_news_comes() {
    publishes(300, 400);
    var before = tags("1-128", "129-256");
    publishes(400, 900);
    assertThat(tags("1-128", "129-256")).isEqualTo(before);
  }

  @Test
  void an_edit_changes_its_own_page_and_no_other() {
    publishes(300, 400);
    var before = tags("1-128", "129-256");
    desk.publishes(Draft.item("item 7").titled("Changed"));
    var after = tags("1-128", "129-256");
    assertThat(after.get(0)).isNotEqualTo(before.get(0));
    assertThat(after.get(1)).isEqualTo(before.get(1));
    assertThat(text(site.get("/feeds/malmo/archive/1-128.rss"))).contains("Changed");
  }

  @Test
  void a_withdrawn_item_leaves_a_tombstone_on_its_page() throws Exception {
    var before = tags("1-128");
    desk.shelf.announce(desk.archive.withdraw(Draft.item("item 7"), "not true"));
    assertThat(tags("1-128")).isNotEqualTo(before);
    assertThat(text(site.get("/feeds/malmo/archive/1-128.atom")))
        .contains("deleted-entry", "not true")
        .doesNotContain("Title of item 7<");
    assertThat(text(site.get("/feeds/malmo/archive/1-128.json"))).contains("_deleted", "not true");
    assertThat(text(site.get("/feeds/malmo/archive/1-128.rss")))
        .doesNotContain("not true", "Title of item 7<");
  }

  @Test
  void what_has_expired_stays_on_its_page_and_says_so() {
    desk.publishes(Draft.item("item 7").expiring(desk.clock.instant().plusSeconds(60)));
    desk.clock.passes(Duration.ofMillis(59_999));
    for (String format : List.of("atom", "rss", "json")) {
      String path = "/feeds/malmo/archive/1-128." + format;
      assertThat(text(site.get(path))).doesNotContain("expired");
      desk.clock.passes(Duration.ofMillis(1));
      assertThat(text(site.get(path))).contains("expired", "Title of item 7");
      desk.clock.passes(Duration.ofMillis(-1));
    }
  }

  @Test
  void a_span_that_holds_more_than_a_page_leads_to_its_newest_part() {
    var answer = site.get("/feeds/malmo/archive/1-256.atom?kind=news");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).isEqualTo("/feeds/malmo/archive/129-256.atom?kind=news");
    assertThat(site.get("/feeds/oslo/archive/1-256.atom").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "257-512",
        "301-301",
        "2-3",
        "0-0",
        "1-3",
        "1",
        "x",
        "-1-1",
        "1-999999999999999999",
        "99999999999999999999-99999999999999999999",
        "1-128-2",
        "%31",
        "%32-1"
      })
  void pages_that_do_not_exist_are_not_found(String span) {
    var answer = site.get("/feeds/malmo/archive/" + span + ".atom");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    assertThat(text(answer)).contains("/feeds/malmo.atom");
    String html = "text/html";
    assertThat(site.get("/feeds/malmo/archive/" + span + ".rss", "Accept", html).statusCode())
        .isEqualTo(404);
  }

  @Test
  void another_spelling_is_redirected_and_a_browser_gets_a_page() {
    var answer = site.get("/feeds/OSLO+malmo/archive/1-128.rss?topic=ict&kind=news");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "Location"))
        .isEqualTo("/feeds/malmo+oslo/archive/1-128.rss?kind=news&topic=ict");
    assertThat(text(site.get("/feeds/malmo/archive/1-128.rss", "Accept", "text/html")))
        .isEqualTo("Malmö at /feeds/malmo.rss");
  }

  @Test
  void pages_are_not_put_on_the_shelf() {
    site.get("/feeds/malmo/archive/1-128.rss");
    assertThat(desk.shelf.size()).isZero();
  }

  private void publishes(int from, int upTo) {
    desk.publishes(
        IntStream.range(from, upTo).mapToObj(i -> Draft.item("item " + i)).toArray(Draft[]::new));
  }

  private List<String> tags(String... spans) {
    var tags = new ArrayList<String>();
    for (String span : spans) {
      tags.add(header(site.get("/feeds/malmo/archive/" + span + ".rss"), "ETag"));
    }
    return tags;
  }

  private static String page(String span, String format) {
    return Desk.BASE + "/feeds/malmo/archive/" + span + "." + format;
  }

  private static Map<String, String> links(Document document) {
    var links = new HashMap<String, String>();
    var elements = document.getElementsByTagNameNS(ATOM, "link");
    for (int i = 0; i < elements.getLength(); i++) {
      var link = (Element) elements.item(i);
      if (List.of("feed", "channel").contains(link.getParentNode().getNodeName())) {
        links.put(link.getAttribute("rel"), link.getAttribute("href"));
      }
    }
    return links;
  }

  private static Document xml(HttpResponse<byte[]> answer) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
  }
}
