package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.broker.StompClient;
import org.regionwire.journey.Newsroom.Reply;
import org.regionwire.news.Ports;
import org.regionwire.push.Callbacks;

/** Those who are told instead of asking, as they see the wire. */
class PushJourney {
  private static final String JSON = "application/json";
  private static final Duration LONG = Duration.ofSeconds(40);
  private static final int MOST_AT_ONE_ADDRESS = 60;

  @TempDir private static Path home;
  private static Newsroom newsroom;
  private static Callbacks callbacks;
  private static int stomp;

  @BeforeAll
  static void open() throws IOException {
    stomp = Ports.free();
    callbacks = new Callbacks();
    newsroom =
        new Newsroom(
                home,
                Map.of(
                    "push.private",
                    "true",
                    "push.callbacks",
                    "" + MOST_AT_ONE_ADDRESS,
                    "broker.stomp",
                    "127.0.0.1:" + stomp))
            .opens();
  }

  @AfterAll
  static void close() {
    newsroom.close();
    callbacks.close();
  }

  @Test
  void a_followed_feed_is_sent_whole_when_it_changes_and_only_then() throws Exception {
    String topic = self("tartu.atom");
    assertThat(asks("subscribe", topic, "/ann", "&hub.secret=s3cret").status()).isEqualTo(202);
    await().atMost(LONG).until(() -> callbacks.asked.size() == 1);
    assertThat(callbacks.asked.get(0)).containsEntry("hub.topic", topic);
    follows("kaunas.json", "/ben");

    published("Pier opens in Narva");
    String id = published("Pier opens in Tartu");
    isTold(1, "tartu.atom", "Pier opens in Tartu");
    newsroom.changes("PUT", "/items/" + id, "{\"title\": \"Pier closes in Tartu\"}");
    isTold(2, "tartu.atom", "Pier closes in Tartu");
    newsroom.changes("DELETE", "/items/" + id, "{\"reason\": \"There is no pier.\"}");
    isTold(3, "tartu.atom", "deleted-entry");
    assertThat(callbacks.toldAt("/ann").get(2)).doesNotContain("Pier closes");
    assertThat(callbacks.toldAt("/ben")).isEmpty();

    asks("unsubscribe", topic, "/ann", "&hub.lease_seconds=-1");
    await().atMost(LONG).until(() -> callbacks.asked.size() == 3);
    follows("tartu.rss", "/cato");
    published("Pier built in Tartu");
    await().atMost(LONG).until(() -> callbacks.toldAt("/cato").size() == 1);
    assertThat(callbacks.toldAt("/ann")).hasSize(3);
  }

  private static void isTold(int times, String feed, String word) throws Exception {
    await().atMost(LONG).until(() -> callbacks.toldAt("/ann").size() == times);
    var told = callbacks.told.stream().filter(t -> t.path().equals("/ann")).toList().get(times - 1);
    Reply present = newsroom.gets("/feeds/" + feed);
    assertThat(told.body()).isEqualTo(present.body()).contains(word);
    assertThat(told.type()).isEqualTo(present.header("content-type"));
    assertThat(told.link())
        .isEqualTo(present.header("link"))
        .contains("/hub>; rel=\"hub\"", "/feeds/" + feed + ">; rel=\"self\"");
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    assertThat(told.signature())
        .isEqualTo("sha256=" + HexFormat.of().formatHex(mac.doFinal(bytes(told.body()))));
  }

  @Test
  void callbacks_that_move_lie_flood_or_hang_are_not_followed_and_disturb_nobody()
      throws Exception {
    String topic = self("vilnius.atom");
    try (var bad = new Callbacks("127.0.0.2");
        var good = new Callbacks("127.0.0.3")) {
      bad.answers.putAll(
          Map.of("/moves", Callbacks.REDIRECT, "/lies", Callbacks.LIE, "/floods", Callbacks.FLOOD));
      for (String path : bad.answers.keySet()) {
        assertThat(asks(topic, bad.at(path)).status()).isEqualTo(202);
      }
      await().atMost(LONG).until(() -> bad.asked.size() >= 3);
      int refused = 0;
      for (int i = 0; i < 2_000; i++) {
        bad.answers.put("/" + i, Callbacks.HANG);
        refused += asks(topic, bad.at("/" + i)).status() == 429 ? 1 : 0;
      }
      assertThat(refused).isGreaterThanOrEqualTo(2_000 - MOST_AT_ONE_ADDRESS);
      assertThat(asks(topic, good.at("/dora")).status()).isEqualTo(202);
      await().atMost(LONG).until(() -> good.asked.size() == 1);
      published("Bridge opens in Vilnius");
      await().atMost(LONG).until(() -> good.toldAt("/dora").size() == 1);
      assertThat(bad.told).isEmpty();
      assertThat(bad.asked).extracting(fields -> fields.get("path")).doesNotContain("/other");
    }
  }

  @Test
  void every_format_says_where_its_hub_is() throws IOException {
    String topic = self("oslo.rss");
    assertThat(newsroom.gets("/feeds/oslo.rss").body())
        .contains("rel=\"hub\"", "href=\"" + topic + "\"");
    assertThat(newsroom.gets("/feeds/oslo.atom").body()).contains("rel=\"hub\"", "rel=\"self\"");
    JsonNode feed = newsroom.gets("/feeds/oslo.json").json();
    assertThat(feed.at("/hubs/0/type").asText()).isEqualTo("WebSub");
    assertThat(feed.at("/hubs/0/url").asText()).endsWith("/hub");
    assertThat(feed.path("feed_url").asText()).isEqualTo(self("oslo.json"));
  }

  @Test
  void another_spelling_of_a_topic_is_refused_and_told_the_right_one() throws IOException {
    String right = self("oslo+malmo.atom");
    Reply wrong = asks("subscribe", right.replace("malmo+oslo", "oslo+malmo"), "/x", "");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.header("content-type")).isEqualTo("application/problem+json");
    assertThat(wrong.json().at("/errors/0/pointer").asText()).isEqualTo("/hub.topic");
    assertThat(wrong.body()).contains(right);
    assertThat(asks("subscribe", "http://elsewhere.example/feeds/oslo.atom", "/x", "").status())
        .isEqualTo(422);
    assertThat(asks("subscribe", right.replace("malmo", "m%61lmo"), "/x", "").status())
        .isEqualTo(202);
  }

  @Test
  void outsiders_hear_the_life_of_an_item_and_nothing_of_what_is_sealed() throws Exception {
    try (var client = listens()) {
      Instant opens = Instant.now().plusSeconds(12);
      String late = ", \"publishAt\": \"" + opens + "\"}";
      newsroom.posts(JSON, bytes("{\"title\": \"Zaunkoenig in Bergen\"" + late));
      String never = newsroom.posts(JSON, bytes("{\"title\": \"Geheim in Bergen\"" + late)).id();
      newsroom.changes("DELETE", "/items/" + never, "{\"reason\": \"Geheim.\"}");
      String id = published("Ferry starts in Bergen");
      newsroom.changes("PUT", "/items/" + id, "{\"title\": \"Ferry stops in Stavanger\"}");
      newsroom.changes("DELETE", "/items/" + id, "{\"reason\": \"No ferry.\"}");
      newsroom.changes("PUT", "/items/" + id, "{\"title\": \"Ferry starts in Bergen\"}");

      List<String> frames = framesUntil(client, "Zaunkoenig");
      assertThat(Instant.now()).isAfterOrEqualTo(opens);
      assertThat(frames).noneMatch(frame -> frame.contains("Geheim") || frame.contains(never));
      var ours = frames.stream().filter(frame -> frame.contains(id)).toList();
      assertThat(ours.stream().filter(f -> f.contains("wire.all.news")).map(PushJourney::event))
          .extracting(event -> event.path("type").asText().replace("org.regionwire.item.", ""))
          .containsExactly("published", "corrected", "withdrawn", "restored");
      assertThat(ours.stream().filter(f -> f.contains("wire.bergen.news")).map(PushJourney::event))
          .as("whoever heard of it hears that it is of another region now")
          .extracting(event -> event.path("id").asText())
          .contains(id + "/1", id + "/2");
      var withdrawn = ours.stream().filter(f -> f.contains("item.withdrawn")).toList();
      assertThat(withdrawn).isNotEmpty().noneMatch(frame -> frame.contains("Ferry"));
      assertThat(event(withdrawn.get(0)).at("/data/reason").asText()).isEqualTo("No ferry.");
    }
  }

  private static StompClient listens() throws IOException {
    String[] reader = Files.readString(home.resolve("readers")).strip().split(":", 2);
    var client = new StompClient(stomp);
    assertThat(client.connect(reader[0], reader[1])).startsWith("CONNECTED");
    client.send("SUBSCRIBE\nid:1\ndestination:wire.#\nreceipt:1\n\n");
    assertThat(client.answer()).startsWith("RECEIPT");
    return client;
  }

  private static List<String> framesUntil(StompClient client, String word) throws IOException {
    List<String> frames = new ArrayList<>();
    Instant end = Instant.now().plus(LONG);
    while (frames.isEmpty() || !frames.get(frames.size() - 1).contains(word)) {
      try {
        frames.add(client.frame());
      } catch (SocketTimeoutException e) {
        assertThat(Instant.now()).as("heard " + frames).isBefore(end);
      }
    }
    return frames;
  }

  private static JsonNode event(String frame) {
    try {
      return new ObjectMapper().readTree(frame.substring(frame.indexOf('{')));
    } catch (IOException e) {
      throw new AssertionError(frame, e);
    }
  }

  /** The address that a feed gives itself. */
  private static String self(String feed) throws IOException {
    return newsroom
        .gets("/feeds/" + feed.replace("oslo+malmo", "malmo+oslo"))
        .header("link")
        .replaceAll(".*<([^>]+)>; rel=\"self\".*", "$1");
  }

  private static void follows(String feed, String path) throws IOException {
    int before = callbacks.asked.size();
    assertThat(asks("subscribe", self(feed), path, "").status()).isEqualTo(202);
    await().atMost(LONG).until(() -> callbacks.asked.size() > before);
  }

  private static Reply asks(String mode, String topic, String path, String more)
      throws IOException {
    return asksHub(mode, topic, callbacks.at(path), more);
  }

  private static Reply asks(String topic, String callback) throws IOException {
    return asksHub("subscribe", topic, callback, "");
  }

  private static Reply asksHub(String mode, String topic, String callback, String more)
      throws IOException {
    var form = "hub.mode=%s&hub.topic=%s&hub.callback=%s";
    return newsroom.postsForm("/hub", form.formatted(mode, form(topic), form(callback)) + more);
  }

  private static String form(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String published(String title) throws IOException {
    Reply reply =
        newsroom.posts(JSON, bytes("{\"title\": \"" + title + "\"}"), "Prefer", "wait=20");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.id();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
