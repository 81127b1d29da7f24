package org.regionwire.feeds.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.feeds.delivery.FeedSite.header;
import static org.regionwire.feeds.delivery.FeedSite.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;

class FeedDeliveryTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final Desk desk = new Desk();
  private final FeedSite site = new FeedSite(desk);

  @BeforeEach
  void opens() {
    desk.archive.add(Draft.item("a").inFull());
  }

  @AfterEach
  void closes() {
    site.close();
  }

  @Test
  void a_feed_comes_with_its_headers_first_and_later() {
    for (int i = 0; i < 2; i++) {
      var answer = get("/feeds/malmo.rss");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(text(answer)).contains("Title of a");
      assertThat(header(answer, "Content-Type")).isEqualTo("application/rss+xml; charset=utf-8");
      assertThat(header(answer, "ETag")).matches("\"1\\.0\\.[\\w-]{20}\"");
      assertThat(header(answer, "Last-Modified")).isEqualTo("Mon, 02 Mar 2026 12:00:00 GMT");
      assertThat(header(answer, "Date")).isEqualTo("Mon, 02 Mar 2026 12:00:00 GMT");
      assertThat(header(answer, "Cache-Control")).startsWith("public, max-age=60");
      assertThat(header(answer, "Vary")).isEqualTo("Accept, Accept-Encoding");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Content-Length")).isEqualTo("" + answer.body().length);
    }
    assertThat(desk.archive.readings).hasValue(1);
  }

  @Test
  void gzip_has_its_own_tag_and_the_same_text() throws Exception {
    var plain = get("/feeds/malmo.json");
    var zipped = get("/feeds/malmo.json", "Accept-Encoding", "gzip, deflate");
    assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(zipped, "ETag"))
        .isEqualTo(header(plain, "ETag").replaceAll("\"$", "-gzip\""));
    try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
      assertThat(in.readAllBytes()).isEqualTo(plain.body());
    }
    var refused = get("/feeds/malmo.json", "Accept-Encoding", "gzip;q=0");
    assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
  }

  @Test
  void a_reader_who_has_it_gets_304_with_the_tag_it_has() {
    String tag = header(get("/feeds/malmo.atom"), "ETag");
    String zipped = header(get("/feeds/malmo.atom", "Accept-Encoding", "gzip"), "ETag");
    for (String had : List.of(tag, zipped)) {
      var answer = get("/feeds/malmo.atom", "If-None-Match", had, "Accept-Encoding", "gzip");
      assertThat(answer.statusCode()).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(header(answer, "ETag")).isEqualTo(had);
      assertThat(header(answer, "Cache-Control")).isNotBlank();
      assertThat(header(answer, "Vary")).isNotBlank();
      assertThat(header(answer, "Date")).isNotBlank();
      assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
    }
    assertThat(get("/feeds/malmo.atom", "If-None-Match", "*").statusCode()).isEqualTo(304);
    assertThat(
            get("/feeds/malmo.atom", "If-None-Match", "\"x\"", "If-None-Match", "W/" + tag)
                .statusCode())
        .isEqualTo(304);
    desk.publishes(Draft.item("b"));
    assertThat(get("/feeds/malmo.atom", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void the_date_counts_only_where_no_tag_is_sent() {
    String date = header(get("/feeds/malmo.atom"), "Last-Modified");
    assertThat(since(date)).isEqualTo(304);
    assertThat(since("Monday, 02-Mar-26 12:00:00 GMT")).isEqualTo(304);
    assertThat(since("Mon Mar  2 12:00:00 2026")).isEqualTo(304);
    assertThat(since("Mon, 02 Mar 2026 11:59:59 GMT")).isEqualTo(200);
    assertThat(since("Mon, 02 Mar 2026 12:00:01 GMT")).isEqualTo(200);
    assertThat(since("yesterday")).isEqualTo(200);
    assertThat(
            get("/feeds/malmo.atom", "If-Modified-Since", date, "If-None-Match", "\"x\"")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_change_within_the_second_is_not_hidden_behind_the_date() {
    String date = header(get("/feeds/malmo.atom"), "Last-Modified");
    desk.publishes(Draft.item("b"));
    assertThat(since(date)).isEqualTo(200);
    desk.clock.passes(Duration.ofSeconds(1));
    var later = get("/feeds/malmo.atom", "If-Modified-Since", date);
    assertThat(later.statusCode()).isEqualTo(200);
    assertThat(since(header(later, "Last-Modified"))).isEqualTo(304);
  }

  @Test
  void head_is_get_without_the_body() {
    for (String path : List.of("/feeds/malmo.rss", "/feeds/atlantis.rss")) {
      var got = get(path);
      var head = site.send("HEAD", path);
      assertThat(head.statusCode()).isEqualTo(got.statusCode());
      assertThat(head.body()).isEmpty();
      assertThat(header(head, "Content-Length")).isEqualTo(header(got, "Content-Length"));
    }
  }

  @Test
  void another_spelling_is_redirected_for_good() {
    var answer = get("/feeds/SE-M+OSLO.rss?topic=ict&kind=news");
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "Location")).isEqualTo("/feeds/malmo+oslo.rss?kind=news&topic=ict");
  }

  @Test
  void a_mistake_is_a_problem_with_suggestions() throws Exception {
    var answer = get("/feeds/malmoe.rss");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    var problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.at("/status").asInt()).isEqualTo(404);
    assertThat(problem.at("/title").asText()).isNotBlank();
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/regions");
    assertThat(problem.at("/errors/0/suggestions/0").asText()).isEqualTo("malmo");
    assertThat(get("/feeds/all.rss?lang=swedish").statusCode()).isEqualTo(400);
  }

  @Test
  void a_browser_gets_a_page_whether_the_feed_is_ready_or_not() {
    for (int i = 0; i < 2; i++) {
      var answer = get("/feeds/malmo.rss?q=Pier", "Accept", BROWSER);
      assertThat(answer.statusCode()).isEqualTo(301);
      assertThat(header(answer, "Location")).isEqualTo("/feeds/malmo.rss?q=pier");
      assertThat(text(get("/feeds/malmo.rss?q=pier", "Accept", BROWSER)))
          .isEqualTo("Malmö – about “pier” at /feeds/malmo.rss?q=pier");
      assertThat(text(get("/feeds/malmo.rss?q=pier"))).contains("<rss");
    }
  }

  @Test
  void a_browser_that_is_lost_is_told_so_on_a_page() {
    var answer = get("/feeds/malmoe.rss", "Accept", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).isEqualTo("[malmo]");
    assertThat(get("/feeds/malmo.rss?kind=x", "Accept", BROWSER).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
  void feeds_are_only_read(String method) {
    var answer = site.send(method, "/feeds/malmo.rss");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(header(answer, "Allow")).isEqualTo("GET, HEAD");
  }

  @Test
  void an_archive_that_fails_is_our_failure_and_the_next_ask_is_answered() {
    desk.archive.breaks(true);
    assertThat(get("/feeds/malmo.rss").statusCode()).isEqualTo(503);
    desk.archive.breaks(false);
    assertThat(get("/feeds/malmo.rss").statusCode()).isEqualTo(200);
  }

  private int since(String date) {
    return get("/feeds/malmo.atom", "If-Modified-Since", date).statusCode();
  }

  private HttpResponse<byte[]> get(String path, String... headers) {
    return site.get(path, headers);
  }
}
