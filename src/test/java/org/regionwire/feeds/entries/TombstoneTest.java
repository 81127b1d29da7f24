package org.regionwire.feeds.entries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.rendering.Rendering;
import org.w3c.dom.Element;

class TombstoneTest {
  private static final String NAMESPACE = "http://purl.org/atompub/tombstones/1.0";

  private final Desk desk = new Desk();
  private final FeedKey atom = Desk.feed("malmo", FeedFormat.ATOM);

  @Test
  void a_withdrawal_is_told_to_every_feed_that_shows_the_item_and_to_no_other() {
    desk.publishes(Draft.item("a"), Draft.item("b").in("oslo"));
    var shows =
        List.of(
            atom,
            Desk.feed("malmo", FeedFormat.RSS),
            Desk.feed("malmo", FeedFormat.JSON),
            Desk.feed("all", FeedFormat.RSS));
    shows.forEach(desk.shelf::take);
    var oslo = desk.shelf.take(Desk.feed("oslo", FeedFormat.ATOM));
    desk.shelf.announce(desk.archive.withdraw(Draft.item("a"), "not true"));
    for (var key : shows) {
      assertThat(text(key)).as(key.address()).doesNotContain("Title of a");
    }
    assertThat(desk.shelf.take(Desk.feed("oslo", FeedFormat.ATOM))).isSameAs(oslo);
  }

  @Test
  void a_withdrawal_told_twice_is_rendered_once() {
    desk.publishes(Draft.item("a"));
    desk.shelf.take(atom);
    var withdrawal = desk.archive.withdraw(Draft.item("a"), "not true");
    desk.shelf.announce(withdrawal);
    desk.shelf.announce(withdrawal);
    assertThat(desk.archive.readings).hasValue(2);
  }

  @Test
  void atom_says_which_entry_is_gone_since_when_and_why() throws Exception {
    desk.publishes(Draft.item("a"), Draft.item("b"));
    var gone = desk.archive.withdraw(Draft.item("a"), "not <true> & late").get(0);
    var root = xml(desk.press.render(atom));
    var deleted = (Element) root.getElementsByTagNameNS(NAMESPACE, "deleted-entry").item(0);
    assertThat(deleted.getAttribute("ref")).isEqualTo(Draft.item("a").id().tag());
    assertThat(deleted.getAttribute("when"))
        .isEqualTo(gone.updated().toString())
        .isEqualTo(root.getElementsByTagName("updated").item(0).getTextContent());
    assertThat(deleted.getElementsByTagNameNS(NAMESPACE, "comment").item(0).getTextContent())
        .isEqualTo("not <true> & late");
    assertThat(root.getElementsByTagName("entry").getLength()).isEqualTo(1);
  }

  @Test
  void json_feed_says_it_in_an_extension() throws Exception {
    desk.publishes(Draft.item("a"));
    desk.archive.withdraw(Draft.item("a"), "not true");
    var feed =
        new ObjectMapper()
            .readTree(
                desk.press
                    .render(Desk.feed("malmo", FeedFormat.JSON))
                    .identity()
                    .bytes()
                    .getBytes());
    assertThat(feed.path("items")).isEmpty();
    assertThat(feed.at("/_deleted/items/0/id").asText()).isEqualTo(Draft.item("a").id().tag());
    assertThat(feed.at("/_deleted/items/0/reason").asText()).isEqualTo("not true");
  }

  @Test
  void rss_has_no_word_for_it() {
    desk.publishes(Draft.item("a"));
    desk.archive.withdraw(Draft.item("a"), "not true");
    assertThat(text(Desk.feed("malmo", FeedFormat.RSS))).doesNotContain("not true", "<item>");
  }

  @Test
  void a_tombstone_leaves_when_its_entry_would_have() {
    desk.publishes(Draft.item("a"));
    desk.archive.withdraw(Draft.item("a"), "not true");
    for (int i = 0; i < Desk.ENTRIES - 1; i++) {
      desk.publishes(Draft.item("new-" + i));
    }
    assertThat(Desk.text(desk.press.render(atom))).contains("deleted-entry");
    desk.publishes(Draft.item("last"));
    assertThat(Desk.text(desk.press.render(atom))).doesNotContain("deleted-entry");
  }

  @Test
  void an_item_that_is_back_has_no_tombstone() {
    desk.publishes(Draft.item("a"));
    desk.shelf.take(atom);
    desk.shelf.announce(desk.archive.withdraw(Draft.item("a"), "not true"));
    desk.publishes(Draft.item("a"));
    assertThat(text(atom)).contains("Title of a").doesNotContain("deleted-entry");
  }

  private String text(FeedKey key) {
    return Desk.text(desk.shelf.take(key));
  }

  private static Element xml(Rendering rendering) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(rendering.identity().bytes().getBytes()))
        .getDocumentElement();
  }
}
