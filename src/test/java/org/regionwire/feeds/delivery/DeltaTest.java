package org.regionwire.feeds.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.feeds.delivery.FeedSite.header;
import static org.regionwire.feeds.delivery.FeedSite.text;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.shelf.Shelf;

/** Those who have an older state of a feed, and say so, get what is new in it. */
class DeltaTest {
  private final Desk desk = new Desk();
  private FeedSite site;

  @BeforeEach
  void opens() {
    site = new FeedSite(desk);
    desk.publishes(Draft.item("a"), Draft.item("b"));
  }

  @AfterEach
  void closes() {
    site.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = FeedFormat.class,
      names = {"RSS", "ATOM", "JSON"})
  void new_entries_come_alone(FeedFormat format) {
    String path = "/feeds/malmo." + format.extension();
    String had = header(site.get(path), "ETag");
    desk.publishes(Draft.item("c"));
    var full = site.get(path);
    var delta = asked(path, had);
    assertThat(delta.statusCode()).isEqualTo(226);
    assertThat(text(delta)).contains("Title of c").doesNotContain("Title of a", "Title of b");
    assertThat(header(delta, "IM")).isEqualTo("feed");
    assertThat(header(delta, "ETag")).isEqualTo(header(full, "ETag"));
    assertThat(header(delta, "Delta-Base")).isEqualTo(had);
    assertThat(header(delta, "Cache-Control")).isEqualTo("no-store, im");
    assertThat(header(delta, "Vary")).contains("A-IM", "If-None-Match", "Accept");
    assertThat(header(delta, "Content-Type")).isEqualTo(header(full, "Content-Type"));
    assertThat(delta.headers().firstValue("Last-Modified")).isEmpty();
    assertThat(asked(path, header(delta, "ETag")).statusCode()).isEqualTo(304);
  }

  @Test
  void a_calendar_comes_whole() {
    desk.publishes(Draft.item("c").with(Draft.seminar()));
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    assertThat(asked("/feeds/malmo.ics", had).statusCode()).isEqualTo(200);
    assertThat(site.get("/feeds/malmo/archive/1-1.ics").statusCode()).isEqualTo(404);
  }

  @Test
  void an_edit_and_a_withdrawal_are_news_too() {
    String had = header(site.get("/feeds/malmo.atom"), "ETag");
    desk.publishes(Draft.item("a").titled("Changed"));
    desk.shelf.announce(desk.archive.withdraw(Draft.item("b"), "not true"));
    assertThat(text(asked("/feeds/malmo.atom", had)))
        .contains("Changed", "deleted-entry", "not true")
        .doesNotContain("Title of b");
  }

  @Test
  void what_had_no_place_on_the_page_comes_when_it_gets_one() {
    for (int i = 0; i < Desk.ENTRIES; i++) {
      desk.publishes(Draft.item("new-" + i));
    }
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.shelf.announce(desk.archive.withdraw(Draft.item("new-0"), "not true"));
    var delta = asked("/feeds/malmo.rss", had);
    assertThat(delta.statusCode()).isEqualTo(226);
    assertThat(text(delta)).contains("Title of b").doesNotContain("Title of new");
  }

  @Test
  void what_has_expired_leaves_nothing_to_tell() {
    desk.publishes(Draft.item("c").expiring(desk.clock.instant().plusSeconds(9)));
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.clock.passes(Duration.ofSeconds(9));
    desk.shelf.expire();
    var delta = asked("/feeds/malmo.rss", had);
    assertThat(delta.statusCode()).isEqualTo(226);
    assertThat(text(delta)).doesNotContain("<item>");
  }

  @Test
  void a_tag_is_understood_after_a_restart_and_by_its_compressed_form() {
    String had = header(site.get("/feeds/malmo.rss", "Accept-Encoding", "gzip"), "ETag");
    assertThat(had).endsWith("-gzip\"");
    desk.publishes(Draft.item("c"));
    try (var again = new FeedSite(desk, new Shelf(desk.press, 10, 10_000_000))) {
      var delta = again.get("/feeds/malmo.rss", "A-IM", "feed", "If-None-Match", had);
      assertThat(delta.statusCode()).isEqualTo(226);
      assertThat(text(delta)).contains("Title of c").doesNotContain("Title of a");
    }
  }

  @Test
  void of_many_tags_the_newest_counts() {
    String oldest = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.publishes(Draft.item("c"));
    String older = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.publishes(Draft.item("d"));
    for (var tags : List.of(oldest + ", W/" + older, "\"x\"," + older + "," + oldest)) {
      var delta = asked("/feeds/malmo.rss", tags);
      assertThat(header(delta, "Delta-Base")).isEqualTo(older);
      assertThat(text(delta)).contains("Title of d").doesNotContain("Title of c");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "\"1.0\"", "\"-1.0.x\"", "x", "\"zzzzzzzzzzzzz.0.x\""})
  void a_tag_we_never_gave_gets_the_feed(String tag) {
    var answer = asked("/feeds/malmo.rss", tag);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(text(answer)).contains("Title of a", "Title of b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"feed;q=0", "feed; q=0.0", "vcdiff", "feeds", ""})
  void who_does_not_ask_for_it_gets_the_feed(String manipulations) {
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.publishes(Draft.item("c"));
    var answer = site.get("/feeds/malmo.rss", "A-IM", manipulations, "If-None-Match", had);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Feed", "vcdiff, feed", "diffe, feed;q=0.5, gzip"})
  void it_is_asked_for_in_any_spelling(String manipulations) {
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.publishes(Draft.item("c"));
    var answer = site.get("/feeds/malmo.rss", "A-IM", manipulations, "If-None-Match", had);
    assertThat(answer.statusCode()).isEqualTo(226);
  }

  @Test
  void head_is_of_the_feed_and_a_star_is_had() {
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.publishes(Draft.item("c"));
    var head = site.send("HEAD", "/feeds/malmo.rss", "A-IM", "feed", "If-None-Match", had);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(asked("/feeds/malmo.rss", "*").statusCode()).isEqualTo(304);
  }

  @Test
  void the_feed_is_sent_where_it_is_shorter() {
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.publishes(Draft.item("c").inFull());
    var zipped =
        site.get(
            "/feeds/malmo.rss", "A-IM", "feed", "If-None-Match", had, "Accept-Encoding", "gzip");
    assertThat(zipped.statusCode()).isEqualTo(200);
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void a_delta_that_many_ask_for_is_made_once() {
    String had = header(site.get("/feeds/malmo.rss"), "ETag");
    desk.publishes(Draft.item("c"));
    asked("/feeds/malmo.rss", had);
    int readings = desk.archive.readings.get();
    for (int i = 0; i < 100; i++) {
      assertThat(asked("/feeds/malmo.rss", had).statusCode()).isEqualTo(226);
    }
    assertThat(desk.archive.readings).hasValue(readings);
  }

  private HttpResponse<byte[]> asked(String path, String tags) {
    return site.get(path, "A-IM", "feed", "If-None-Match", tags);
  }
}
