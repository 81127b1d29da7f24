package org.regionwire.feeds.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Asked;
import org.regionwire.feeds.FeedAddresses;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.Places;
import org.regionwire.feeds.Themes;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class OpmlTest {
  private static final FeedAddresses ADDRESSES = new FeedAddresses(new Places(), new Themes());

  private final Opml opml =
      new Opml("https://wire.example", new FeedTitles(new Places(), new Themes()));

  @Test
  void every_feed_in_use_is_listed_with_its_title_and_page() throws Exception {
    var feeds = feeds(opml.list(List.of("malmo", "oslo"), List.of("ict")));
    assertThat(feeds)
        .extracting(feed -> feed.getAttribute("xmlUrl"))
        .containsExactly(
            "https://wire.example/feeds/all.rss",
            "https://wire.example/feeds/all.rss?kind=news",
            "https://wire.example/feeds/all.rss?kind=event",
            "https://wire.example/feeds/malmo.rss",
            "https://wire.example/feeds/oslo.rss",
            "https://wire.example/feeds/all.rss?topic=ict");
    assertThat(feeds.get(3).getAttribute("text")).isEqualTo("Regionwire – Malmö");
    assertThat(feeds.get(3).getAttribute("htmlUrl"))
        .isEqualTo("https://wire.example/regions/malmo");
    assertThat(feeds.get(0).getAttribute("htmlUrl")).isEqualTo("https://wire.example/");
    assertThat(feeds).extracting(feed -> feed.getAttribute("type")).containsOnly("rss");
  }

  @Test
  void every_address_in_it_is_canonical() throws Exception {
    for (Element feed : feeds(opml.list(List.of("malmo"), List.of("ict")))) {
      String address = feed.getAttribute("xmlUrl").substring("https://wire.example".length());
      assertThat(ADDRESSES.read(address)).isInstanceOf(Asked.Feed.class);
    }
  }

  @Test
  void an_empty_wire_has_the_feeds_of_everything() throws Exception {
    var document = parsed(opml.list(List.of(), List.of()));
    assertThat(document.getDocumentElement().getAttribute("version")).isEqualTo("2.0");
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
    assertThat(feeds(opml.list(List.of(), List.of()))).hasSize(3);
  }

  private static List<Element> feeds(String opml) throws Exception {
    var outlines = parsed(opml).getElementsByTagName("outline");
    var feeds = new ArrayList<Element>();
    for (int i = 0; i < outlines.getLength(); i++) {
      if (outlines.item(i) instanceof Element outline && outline.hasAttribute("xmlUrl")) {
        feeds.add(outline);
      }
    }
    return feeds;
  }

  private static Document parsed(String opml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(opml.getBytes(StandardCharsets.UTF_8)));
  }
}
