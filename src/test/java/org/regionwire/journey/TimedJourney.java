package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.journey.Newsroom.Reply;

/** Items that come and go at a time their sender set; the times lie in this order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TimedJourney {
  private static final String JSON = "application/json";

  @TempDir private static Path home;
  private static Newsroom newsroom;

  private static final String CANARY = "Zaunkoenig";
  private static Instant opens;
  private static String tag;
  private static String sealed;
  private static Reply accepted;

  private static final String WORD = "Eisvogel";
  private static Instant ends;
  private static String ending;

  /** What is sent is kept over a restart, one for all of them. */
  @BeforeAll
  static void open_and_send_and_open_again() throws IOException {
    newsroom = new Newsroom(home, Map.of()).opens();
    sendWhatIsSealed();
    sendWhatEnds();
    newsroom.stops();
    newsroom.opens();
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  private static void sendWhatIsSealed() throws IOException {
    opens = Instant.now().plusSeconds(20);
    sealed =
        "{\"id\": \"sealed\", \"title\": \"%s in Oslo\", \"publishAt\": \"%s\"}"
            .formatted(CANARY, opens);
    tag = newsroom.gets("/feeds/oslo.atom").header("etag");
    accepted = newsroom.posts(JSON, bytes(sealed), "Idempotency-Key", "sealed");
    assertThat(accepted.status()).isEqualTo(202);
    Reply again = newsroom.posts(JSON, bytes(sealed), "Idempotency-Key", "sealed");
    assertThat(again.body()).isEqualTo(accepted.body());
    isSealed();
  }

  private static void sendWhatEnds() throws IOException {
    ends = opens.plusSeconds(4);
    String item =
        "{\"title\": \"%s in Aarhus\", \"regions\": [\"aarhus\"], \"expires\": \"%s\"}"
            .formatted(WORD, ends);
    ending = newsroom.posts(JSON, bytes(item), "Prefer", "wait=9").id();
  }

  @Test
  @Order(1)
  void an_item_under_embargo_is_nowhere_before_its_second() throws IOException {
    while (Instant.now().isBefore(opens.minusSeconds(2))) {
      isSealed();
      Reply again = newsroom.posts(JSON, bytes(sealed), "Idempotency-Key", "sealed");
      assertThat(again.body()).as("after a restart").isEqualTo(accepted.body());
      assertThat(newsroom.gets("/items/" + accepted.id() + "/status").body())
          .contains("\"accepted\"");
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> newsroom.feed("oslo.atom").size() == 1);
    assertThat(Instant.now()).isAfterOrEqualTo(opens);
    // one feed is put on the shelf after the other
    await()
        .untilAsserted(
            () ->
                assertThat(look(accepted.id()))
                    .filteredOn(text -> text.contains(CANARY))
                    .hasSize(7));
  }

  @Test
  @Order(2)
  void an_item_leaves_feeds_and_lists_at_its_second_and_stays_on_its_page() throws IOException {
    var lists = List.of("/feeds/aarhus.rss", "/feeds/all.json", "/", "/regions/aarhus");
    while (Instant.now().isBefore(ends.minusSeconds(1))) {
      for (String path : lists) {
        String seen = newsroom.gets(path).body();
        // an answer that came late says nothing of the time before
        if (Instant.now().isBefore(ends)) {
          assertThat(seen).as(path).contains(WORD);
        }
      }
    }
    await().until(() -> !Instant.now().isBefore(ends.plusSeconds(1)));
    for (String path : lists) {
      await()
          .untilAsserted(
              () -> assertThat(newsroom.gets(path).body()).as(path).doesNotContain(WORD));
    }
    assertThat(newsroom.page("/items/" + ending)).contains(WORD);
    String page = newsroom.gets("/feeds/aarhus.json").json().path("next_url").asText();
    assertThat(newsroom.gets(page.substring(page.indexOf("/feeds/"))).body())
        .contains(WORD, "\"expired\"");
  }

  @Test
  @Order(3)
  void an_item_withdrawn_under_embargo_never_appears() throws IOException {
    Instant opens = Instant.now().plusSeconds(10);
    String item = "{\"title\": \"Secret in Stockholm\", \"publishAt\": \"%s\"}".formatted(opens);
    String id = newsroom.posts(JSON, bytes(item)).id();
    assertThat(withdraws(id, "Cancelled secret.").status()).isEqualTo(200);
    String after =
        newsroom
            .posts(
                JSON,
                bytes(
                    "{\"title\": \"After in Stockholm\", \"publishAt\": \"%s\"}"
                        .formatted(opens.plusMillis(10))))
            .id();
    await().atMost(Duration.ofSeconds(30)).until(() -> newsroom.feed("stockholm.atom").size() == 1);
    assertThat(newsroom.feed("stockholm.atom").get(0).link()).endsWith(after);
    assertThat(look(id)).noneMatch(text -> text.toLowerCase().contains("secret"));
    assertThat(newsroom.gets("/items/" + id).status()).isEqualTo(404);
  }

  private static void isSealed() throws IOException {
    String id = accepted.id();
    List<String> seen = look(id);
    int feed = newsroom.gets("/feeds/oslo.atom", "If-None-Match", tag).status();
    int page = newsroom.gets("/items/" + id).status();
    // answers that came late say nothing of the time before
    if (Instant.now().isBefore(opens)) {
      assertThat(seen).noneMatch(text -> text.contains(CANARY));
      assertThat(feed).isEqualTo(304);
      assertThat(page).isEqualTo(404);
    }
  }

  /** Everything a reader can ask for. */
  private static List<String> look(String id) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String path :
        List.of(
            "/feeds/all.rss",
            "/feeds/all.atom",
            "/feeds/oslo.json",
            "/",
            "/regions/oslo",
            "/items/" + id,
            "/items/" + id + "/revisions/1",
            "/items/" + id + "/status",
            "/items/" + id + "/revisions")) {
      seen.add(newsroom.gets(path).body());
    }
    return seen;
  }

  private static Reply withdraws(String id, String reason) throws IOException {
    return newsroom.changes("DELETE", "/items/" + id, "{\"reason\": \"" + reason + "\"}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
