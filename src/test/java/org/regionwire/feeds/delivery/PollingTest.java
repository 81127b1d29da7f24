package org.regionwire.feeds.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.feeds.delivery.FeedSite.header;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;

/** Readers who ask again and again cost nothing. */
class PollingTest {
  private final Desk desk = new Desk();
  private FeedSite site;

  @BeforeEach
  void opens() {
    site = new FeedSite(desk);
    desk.publishes(
        Draft.item("a"), Draft.item("b").in("malmo", "oslo"), Draft.item("c").in("oslo"));
  }

  @AfterEach
  void closes() {
    site.close();
  }

  @Test
  void a_thousand_polls_without_news_leave_the_shelf_as_it_is() {
    var first = site.get("/feeds/malmo.atom");
    var rendering = desk.shelf.take(Desk.feed("malmo", FeedFormat.ATOM));
    String tag = header(first, "ETag");
    int readings = desk.archive.readings.get();
    for (int i = 0; i < 1000; i++) {
      var answer = site.get("/feeds/malmo.atom", poll(i, tag, header(first, "Last-Modified")));
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
    }
    assertThat(desk.archive.readings).hasValue(readings);
    assertThat(desk.shelf.take(Desk.feed("malmo", FeedFormat.ATOM))).isSameAs(rendering);
    assertThat(desk.shelf.size()).isEqualTo(1);
  }

  /** As readers of all kinds ask. */
  private static String[] poll(int i, String tag, String date) {
    return switch (i % 5) {
      case 0 -> new String[] {"If-None-Match", tag};
      case 1 -> new String[] {"If-None-Match", "W/" + tag, "Accept-Encoding", "gzip"};
      case 2 -> new String[] {"If-Modified-Since", date};
      case 3 -> new String[] {"If-None-Match", tag, "A-IM", "feed"};
      default -> new String[] {"If-None-Match", "\"x\", " + tag, "If-Modified-Since", "never"};
    };
  }

  @Test
  void an_edit_of_an_old_item_changes_only_the_feeds_that_hold_it() {
    for (int i = 0; i < Desk.ENTRIES; i++) {
      desk.publishes(Draft.item("new-" + i).in("oslo"));
    }
    var before = tags();
    desk.publishes(Draft.item("b").in("malmo", "oslo").titled("Changed"));
    var after = tags();
    assertThat(changed(before, after)).containsExactly("/feeds/malmo.rss", "/feeds/malmo.atom");
  }

  private Map<String, String> tags() {
    var tags = new LinkedHashMap<String, String>();
    for (String path :
        List.of(
            "/feeds/all.rss",
            "/feeds/malmo.rss",
            "/feeds/malmo.atom",
            "/feeds/oslo.rss",
            "/feeds/oslo.json",
            "/feeds/malmo+oslo.json?q=title",
            "/feeds/riga.rss",
            "/feeds/all.rss?kind=event")) {
      tags.put(path, header(site.get(path), "ETag"));
    }
    return tags;
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    var changed = new ArrayList<String>();
    before.forEach(
        (path, tag) -> {
          if (!tag.equals(after.get(path))) {
            changed.add(path);
          }
        });
    return changed;
  }
}
