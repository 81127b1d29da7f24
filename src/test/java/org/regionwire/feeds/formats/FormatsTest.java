package org.regionwire.feeds.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;

class FormatsTest {
  private static final String TEXT = "<p>Long <b>text</b> &amp; more of rich – blåbær 🫐</p>";
  private static final Instant UPDATED = Draft.WRITTEN.plusSeconds(2);
  private static final Instant PUBLISHED = UPDATED.minusMillis(750);

  private static final String BOX =
      "<georss:polygon>54.6594 11.0886 54.6594 15.1866 56.4269 15.1866 56.4269 11.0886"
          + " 54.6594 11.0886</georss:polygon>";

  private final Desk desk = new Desk();
  private final Draft poor = Draft.item("poor").titled("AT&T <em>\"no 1\"</em> å 🫐");
  private final Draft rich =
      Draft.item("rich").inFull().with(Draft.seminar()).about("ict").in("malmo", "oresund-region");

  @BeforeEach
  void two_items_are_archived() {
    desk.archive.add(poor, rich);
  }

  @Test
  void items_have_a_point_and_regions_a_box() {
    assertThat(text("oresund-region", FeedFormat.ATOM))
        .contains(BOX + "<entry")
        .containsOnlyOnce("<georss:point>50.8400 4.3700</georss:point></entry>")
        .containsOnlyOnce("xmlns:georss=\"http://www.georss.org/georss\"");
    assertThat(text("oresund-region", FeedFormat.RSS))
        .contains(BOX + "<item>")
        .containsOnlyOnce("<georss:point>50.8400 4.3700</georss:point></item>");
    assertThat(text("oresund-region", FeedFormat.JSON))
        .containsOnlyOnce("\"point\":{\"lat\":50.84,\"lon\":4.37}");
  }

  @Test
  void the_feed_of_a_city_has_a_point_and_that_of_everything_has_none() {
    assertThat(text("malmo", FeedFormat.ATOM))
        .contains("<georss:point>55.6059 13.0007</georss:point><entry")
        .doesNotContain("georss:polygon");
    assertThat(text("all", FeedFormat.RSS)).doesNotContain("georss:polygon");
  }

  @Test
  void rss_tells_everything() throws Exception {
    var channel = (Channel) wire("malmo", FeedFormat.RSS);
    assertThat(channel.getTitle()).isEqualTo("Regionwire – Malmö");
    assertThat(channel.getLink()).isEqualTo(Desk.BASE + "/regions/malmo");
    assertThat(channel.getDescription()).isNotBlank();
    assertThat(channel.getLastBuildDate()).isEqualTo(Date.from(PUBLISHED));
    assertThat(channel.getTtl()).isPositive();
    var item = channel.getItems().get(0);
    assertThat(item.getTitle()).isEqualTo("Title of rich");
    assertThat(item.getLink()).isEqualTo(Desk.BASE + "/items/" + rich.id());
    assertThat(item.getGuid().getValue()).isEqualTo(rich.id().tag());
    assertThat(item.getGuid().isPermaLink()).isFalse();
    assertThat(item.getPubDate()).isEqualTo(Date.from(PUBLISHED));
    assertThat(item.getDescription().getValue()).isEqualTo("Short &amp; &lt;plain&gt; of rich");
    assertThat(item.getContent().getValue()).startsWith("<p><strong>When:").endsWith(TEXT);
    assertThat(item.getCategories())
        .extracting(c -> c.getDomain() + "=" + c.getValue())
        .containsExactly(
            "tag:regionwire.org,2026:kind=event",
            "tag:regionwire.org,2026:topic=ict",
            "tag:regionwire.org,2026:region=malmo",
            "tag:regionwire.org,2026:region=oresund-region");
  }

  @Test
  void rss_keeps_to_one_enclosure_and_no_author_without_address() throws Exception {
    var item = ((Channel) wire("malmo", FeedFormat.RSS)).getItems().get(0);
    assertThat(item.getAuthor()).isNull();
    var dublinCore = (DCModule) item.getModule(DCModule.URI);
    assertThat(dublinCore.getCreators()).containsExactly("Ann Ek", "City of Malmö");
    assertThat(dublinCore.getLanguage()).isEqualTo("sv");
    assertThat(item.getEnclosures()).hasSize(1);
    assertThat(item.getEnclosures().get(0).getLength()).isEqualTo(12345);
    var media = (MediaEntryModule) item.getModule(MediaEntryModule.URI);
    assertThat(media.getMediaContents()).hasSize(2);
  }

  @Test
  void rss_has_its_own_address_and_the_senders() {
    String rss = Desk.text(desk.press.render(Desk.feed("malmo", FeedFormat.RSS)));
    assertThat(rss)
        .contains(
            "<atom:link href=\"http://127.0.0.1:8080/feeds/malmo.rss\""
                + " type=\"application/rss+xml\" rel=\"self\" />")
        .contains(
            "<atom:link href=\"https://sender.example/?id=1&amp;lang=sv\" rel=\"related\" />");
  }

  @Test
  void atom_tells_everything() throws Exception {
    var feed = (Feed) wire("malmo", FeedFormat.ATOM);
    assertThat(feed.getId()).isEqualTo("tag:regionwire.org,2026:feed:malmo");
    assertThat(feed.getTitle()).isEqualTo("Regionwire – Malmö");
    assertThat(feed.getUpdated()).isEqualTo(Date.from(UPDATED));
    assertThat(feed.getAuthors()).extracting("name").containsExactly("Regionwire");
    assertThat(hrefs(feed.getOtherLinks(), "self"))
        .containsExactly(Desk.BASE + "/feeds/malmo.atom");
    assertThat(hrefs(feed.getAlternateLinks(), "alternate"))
        .containsExactly(Desk.BASE + "/regions/malmo");
    Entry entry = feed.getEntries().get(0);
    assertThat(entry.getId()).isEqualTo(rich.id().tag());
    assertThat(entry.getPublished()).isEqualTo(Date.from(PUBLISHED));
    assertThat(entry.getUpdated()).isEqualTo(Date.from(UPDATED));
    assertThat(entry.getSummary().getValue()).isEqualTo("Short & <plain> of rich");
    assertThat(entry.getContents().get(0).getType()).isEqualTo("html");
    assertThat(entry.getContents().get(0).getValue()).endsWith(TEXT);
    assertThat(entry.getAuthors()).extracting("name").containsExactly("Ann Ek", "City of Malmö");
    assertThat(hrefs(entry.getOtherLinks(), "related"))
        .containsExactly("https://sender.example/?id=1&lang=sv");
    assertThat(hrefs(entry.getOtherLinks(), "enclosure")).hasSize(2);
    assertThat(entry.getCategories())
        .extracting(c -> c.getTerm() + "=" + c.getLabel())
        .containsExactly("event=Event", "ict=ICT", "malmo=Malmö", "oresund-region=Øresund Region");
  }

  @Test
  void atom_names_the_language_of_each_entry_and_never_an_empty_author() {
    String atom = Desk.text(desk.press.render(Desk.feed("malmo", FeedFormat.ATOM)));
    assertThat(atom).contains("<entry xml:lang=\"sv\">").contains("<entry><title");
    assertThat(atom).doesNotContain("<author />").doesNotContain("<name />");
  }

  @Test
  void json_tells_everything() throws Exception {
    var feed = json("malmo");
    assertThat(feed.at("/version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.at("/title").asText()).isEqualTo("Regionwire – Malmö");
    assertThat(feed.at("/feed_url").asText()).isEqualTo(Desk.BASE + "/feeds/malmo.json");
    assertThat(feed.at("/home_page_url").asText()).isEqualTo(Desk.BASE + "/regions/malmo");
    var item = feed.at("/items/0");
    assertThat(item.at("/id").asText()).isEqualTo(rich.id().tag());
    assertThat(item.at("/url").asText()).isEqualTo(Desk.BASE + "/items/" + rich.id());
    assertThat(item.at("/external_url").asText()).startsWith("https://sender.example/");
    assertThat(item.at("/content_html").asText()).endsWith(TEXT);
    assertThat(item.at("/summary").asText()).isEqualTo("Short & <plain> of rich");
    assertThat(Instant.parse(item.at("/date_published").asText())).isEqualTo(PUBLISHED);
    assertThat(item.at("/authors/1/name").asText()).isEqualTo("City of Malmö");
    assertThat(item.at("/tags").toString())
        .isEqualTo("[\"event\",\"ict\",\"malmo\",\"oresund-region\"]");
    assertThat(item.at("/language").asText()).isEqualTo("sv");
    assertThat(item.at("/attachments/0/size_in_bytes").asLong()).isEqualTo(12345);
    assertThat(item.at("/attachments/1/mime_type").asText()).isEqualTo("image/png");
    assertThat(item.at("/_regionwire/kind").asText()).isEqualTo("event");
    assertThat(item.at("/_regionwire/regions/0").asText()).isEqualTo("malmo");
    assertThat(item.at("/_regionwire/event/start").asText()).isEqualTo("2007-10-09T09:30:00");
    assertThat(item.at("/_regionwire/event/place/lat").asDouble()).isEqualTo(50.84);
  }

  @Test
  void an_item_that_is_only_a_title_is_valid_in_every_format() throws Exception {
    Item item = ((Channel) wire("malmo", FeedFormat.RSS)).getItems().get(1);
    assertThat(item.getTitle()).isEqualTo(poor.title());
    assertThat(item.getDescription()).isNull();
    Entry entry = ((Feed) wire("malmo", FeedFormat.ATOM)).getEntries().get(1);
    assertThat(entry.getTitle()).isEqualTo(poor.title());
    assertThat(entry.getAlternateLinks()).hasSize(1);
    assertThat(entry.getContents().get(0).getValue()).isEqualTo(poor.title());
    assertThat(json("malmo").at("/items/1/content_text").asText()).isEqualTo(poor.title());
  }

  @Test
  void rss_has_a_description_before_the_content_even_if_the_sender_wrote_no_summary() {
    desk.archive.add(Draft.item("event").in("tallinn").with(Draft.seminar()));
    String rss = text("tallinn", FeedFormat.RSS);
    String item = rss.substring(rss.indexOf("<item>"));
    assertThat(item).contains("<description>When: 9 October 2007");
    assertThat(item.indexOf("<description>")).isLessThan(item.indexOf("<content:encoded>"));
  }

  @Test
  void an_empty_feed_is_valid_and_has_no_date_of_today() throws Exception {
    var channel = (Channel) wire("oslo", FeedFormat.RSS);
    assertThat(channel.getItems()).isEmpty();
    assertThat(channel.getLastBuildDate()).isNull();
    var feed = (Feed) wire("oslo", FeedFormat.ATOM);
    assertThat(feed.getUpdated()).isEqualTo(Date.from(Instant.parse("2026-01-01T00:00:00Z")));
    assertThat(json("oslo").at("/items").isArray()).isTrue();
  }

  @Test
  void a_correction_keeps_id_and_published_and_moves_updated() throws Exception {
    desk.archive.add(rich.titled("Corrected"));
    Entry entry = ((Feed) wire("malmo", FeedFormat.ATOM)).getEntries().get(0);
    assertThat(entry.getTitle()).isEqualTo("Corrected");
    assertThat(entry.getId()).isEqualTo(rich.id().tag());
    assertThat(entry.getPublished()).isEqualTo(Date.from(PUBLISHED));
    assertThat(entry.getUpdated()).isEqualTo(Date.from(UPDATED.plusSeconds(60)));
  }

  @ParameterizedTest
  @EnumSource(
      value = FeedFormat.class,
      names = {"RSS", "ATOM"})
  void the_newest_come_first_and_no_more_than_fit(FeedFormat format) throws Exception {
    for (int i = 0; i < Desk.ENTRIES; i++) {
      desk.archive.add(Draft.item("more-" + i));
    }
    SyndFeed feed = new SyndFeedInput().build(reader("all", format));
    assertThat(feed.getEntries())
        .extracting("title")
        .containsExactly(
            "Title of more-4",
            "Title of more-3",
            "Title of more-2",
            "Title of more-1",
            "Title of more-0");
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void rendering_twice_gives_the_same_bytes(FeedFormat format) {
    var key = Desk.feed("malmo", format);
    var first = desk.press.render(key);
    desk.clock.passes(java.time.Duration.ofDays(400));
    var second = desk.press.render(key);
    assertThat(second.identity().bytes()).isEqualTo(first.identity().bytes());
    assertThat(second.gzip().bytes()).isEqualTo(first.gzip().bytes());
    assertThat(second.identity().etag()).isEqualTo(first.identity().etag());
  }

  private String text(String region, FeedFormat format) {
    return Desk.text(desk.press.render(Desk.feed(region, format)));
  }

  private com.rometools.rome.feed.WireFeed wire(String region, FeedFormat format) throws Exception {
    return new WireFeedInput().build(reader(region, format));
  }

  private XmlReader reader(String region, FeedFormat format) throws Exception {
    var rendering = desk.press.render(Desk.feed(region, format));
    return new XmlReader(new ByteArrayInputStream(rendering.identity().bytes().getBytes()));
  }

  private JsonNode json(String region) throws Exception {
    var rendering = desk.press.render(Desk.feed(region, FeedFormat.JSON));
    return new ObjectMapper().readTree(rendering.identity().bytes().getBytes());
  }

  private static java.util.List<String> hrefs(java.util.List<Link> links, String rel) {
    return links.stream().filter(l -> rel.equals(l.getRel())).map(Link::getHref).toList();
  }
}
