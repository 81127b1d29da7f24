package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.journey.Newsroom.Reply;

/** The main job on real input: two samples are posted, two dropped, and readers find them. */
class MainJobJourney {
  private static final List<String> FORMATS = List.of("rss", "atom", "json");
  private static final List<String> PLACES =
      List.of(
          "all", "berlin", "germany", "brussels", "belgium", "st-petersburg", "russia", "baltmet");

  @TempDir private static Path home;
  private static Newsroom newsroom;
  private static final Map<Sample, String> IDS = new HashMap<>();
  private static final Map<Sample, Reply> REPLIES = new HashMap<>();

  @BeforeAll
  static void two_are_posted_and_two_are_dropped() throws IOException {
    newsroom = new Newsroom(home, Map.of()).opens();
    for (Sample sample : List.of(Sample.CONFERENCE, Sample.OPEN_DAYS)) {
      Reply reply = post(sample, "first " + sample.file());
      assertThat(reply.status()).as(reply.body()).isEqualTo(202);
      REPLIES.put(sample, reply);
      IDS.put(sample, reply.id());
    }
    for (Sample sample : List.of(Sample.SEMINAR, Sample.WORKSHOPS)) {
      newsroom.drops(sample.file(), sample.bytes());
      awaitDone(sample.file());
      IDS.put(sample, newsroom.receipt("done", sample.file()).path("id").asText());
    }
    await().until(() -> newsroom.feed("all.atom").size() == Sample.ALL.size());
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  private static Reply post(Sample sample, String key) throws IOException {
    return newsroom.posts(
        sample.mediaType(), sample.bytes(), "Idempotency-Key", key.replace(' ', '-'));
  }

  private static void awaitDone(String file) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> newsroom.files("done").contains(file) && newsroom.files("inbox").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all",
        "berlin",
        "germany",
        "brussels",
        "belgium",
        "st-petersburg",
        "russia",
        "baltmet"
      })
  void every_feed_of_a_place_shows_its_items_and_no_others(String place) throws IOException {
    for (String format : FORMATS) {
      List<Entry> entries = newsroom.feed(place + "." + format);
      assertThat(entries)
          .as(place + "." + format)
          .extracting(Entry::title)
          .containsExactlyInAnyOrderElementsOf(
              Sample.of(place).stream().map(Sample::title).toList());
      for (Sample sample : Sample.of(place)) {
        show(entry(entries, sample), sample);
      }
    }
  }

  private static Entry entry(List<Entry> entries, Sample sample) {
    return entries.stream().filter(e -> e.title().equals(sample.title())).findFirst().orElseThrow();
  }

  private static void show(Entry entry, Sample sample) {
    assertThat(entry.id()).isEqualTo("tag:regionwire.org,2026:item:" + IDS.get(sample));
    assertThat(entry.link()).endsWith("/items/" + IDS.get(sample));
    assertThat(StringEscapeUtils.unescapeHtml4(entry.html()))
        .contains(sample.teaser(), sample.when());
    assertThat(entry.tags()).contains(sample.kind()).containsAll(sample.regions());
  }

  @Test
  void the_three_formats_of_a_feed_say_the_same_in_the_same_order() throws IOException {
    for (String place : PLACES) {
      List<Entry> atom = newsroom.feed(place + ".atom");
      for (String format : List.of("rss", "json")) {
        assertThat(newsroom.feed(place + "." + format))
            .usingRecursiveFieldByFieldElementComparatorIgnoringFields("html")
            .containsExactlyElementsOf(atom);
      }
    }
  }

  @Test
  void a_feed_of_one_kind_or_topic_shows_only_that() throws IOException {
    for (String format : FORMATS) {
      assertThat(newsroom.feed("brussels." + format + "?kind=event"))
          .extracting(Entry::title)
          .containsExactly(Sample.SEMINAR.title());
      assertThat(newsroom.feed("all." + format + "?topic=clusters"))
          .extracting(Entry::title)
          .containsExactly(Sample.CONFERENCE.title());
      assertThat(newsroom.feed("oslo." + format)).isEmpty();
    }
  }

  @Test
  void the_front_page_and_the_pages_of_the_regions_show_them() throws IOException {
    for (String place : PLACES) {
      String page = text(place.equals("all") ? "/" : "/regions/" + place);
      for (Sample sample : Sample.ALL) {
        if (Sample.of(place).contains(sample)) {
          assertThat(page).as(place).contains(sample.title(), "/items/" + IDS.get(sample));
        } else {
          assertThat(page).as(place).doesNotContain(sample.title());
        }
      }
    }
  }

  @Test
  void each_has_a_page_of_its_own() throws IOException {
    for (Sample sample : Sample.ALL) {
      String page = text("/items/" + IDS.get(sample));
      assertThat(page).contains(sample.title(), sample.teaser(), sample.when());
      assertThat(page)
          .contains("\"@type\":\"" + (sample.when().isEmpty() ? "NewsArticle" : "Event"));
      assertThat(page).contains("/regions/" + sample.regions().get(0));
    }
  }

  private static String text(String path) throws IOException {
    return StringEscapeUtils.unescapeHtml4(newsroom.page(path));
  }

  @Test
  void posting_again_and_waiting_tells_that_it_is_in_feeds() throws IOException {
    for (Sample sample : REPLIES.keySet()) {
      String key = ("first " + sample.file()).replace(' ', '-');
      Reply again =
          newsroom.posts(
              sample.mediaType(), sample.bytes(), "Idempotency-Key", key, "Prefer", "wait=10");
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.id()).isEqualTo(REPLIES.get(sample).id());
      assertThat(again.json().path("status").asText()).isEqualTo("published");
    }
  }

  @Test
  void posting_again_with_the_same_key_gives_the_first_answer() throws IOException {
    for (Sample sample : REPLIES.keySet()) {
      Reply again = post(sample, "first " + sample.file());
      Reply first = REPLIES.get(sample);
      assertThat(again.status()).isEqualTo(first.status());
      assertThat(again.body()).isEqualTo(first.body());
      assertThat(again.header("location")).isEqualTo(first.header("location"));
    }
    assertThat(newsroom.feed("all.atom")).hasSameSizeAs(Sample.ALL);
  }

  @Test
  void dropping_the_same_file_again_shows_the_item_once() throws IOException {
    Sample sample = Sample.WORKSHOPS;
    newsroom.drops("again.json", sample.bytes());
    awaitDone("again.json");
    assertThat(newsroom.receipt("done", "again.json").path("id").asText())
        .isEqualTo(IDS.get(sample));
    assertThat(newsroom.feed("st-petersburg.atom")).hasSize(1);
  }

  @Test
  void what_was_dropped_and_is_posted_too_stays_one_item() throws IOException {
    Sample sample = Sample.SEMINAR;
    Reply reply = newsroom.posts(sample.mediaType(), sample.bytes(), "Prefer", "wait=20");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    assertThat(reply.id()).isEqualTo(IDS.get(sample));
    assertThat(newsroom.feed("brussels.atom")).hasSize(2);
  }

  @Test
  void it_stops_cleanly_and_after_a_restart_everything_is_as_it_was() throws IOException {
    Map<String, String> before = etags();
    assertThat(newsroom.stops()).isIn(0, 143);
    newsroom.opens();
    assertThat(etags()).isEqualTo(before);
    for (var known : before.entrySet()) {
      var reply = newsroom.gets("/feeds/" + known.getKey(), "If-None-Match", known.getValue());
      assertThat(reply.status()).isEqualTo(304);
    }
    the_front_page_and_the_pages_of_the_regions_show_them();
    posting_again_with_the_same_key_gives_the_first_answer();
  }

  @Test
  void a_second_wire_on_the_same_port_says_so_and_ends(@TempDir Path elsewhere) {
    try (var second = newsroom.neighbour(elsewhere)) {
      second.launches();
      assertThat(second.awaitEnd()).isNotZero();
      assertThat(second.said()).contains("regionwire.http.port").doesNotContain("is ready");
    }
  }

  private static Map<String, String> etags() throws IOException {
    Map<String, String> etags = new HashMap<>();
    for (String place : PLACES) {
      for (String format : FORMATS) {
        String feed = place + "." + format;
        etags.put(feed, newsroom.gets("/feeds/" + feed).header("etag"));
      }
    }
    assertThat(etags.values()).noneMatch(String::isEmpty);
    return etags;
  }
}
