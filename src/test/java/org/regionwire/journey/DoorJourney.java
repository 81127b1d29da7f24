package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Ports;

/** What the door does with those who come too often, from the wrong page, or to a full house. */
class DoorJourney {
  private static final String ASK = "email=%s%%40example.org&regions=malmo";

  @TempDir private Path home;

  private static Optional<String> retryAfter(HttpResponse<String> answer) {
    return answer.headers().firstValue("Retry-After");
  }

  @Test
  void each_network_has_its_share_and_a_proxy_of_ours_says_which_it_is() throws Exception {
    var settings = Map.of("proxies", "127.0.0.1", "limit.network", "3", "limit.asks", "2");
    try (var wire = new DoorWire(home, settings)) {
      String token = wire.submitToken();
      for (int i = 0; i < 3; i++) {
        String made = "203.0.113." + i + ", 198.51.100.7";
        assertThat(wire.posts(token, "Item " + i, "", "X-Forwarded-For", made).statusCode())
            .isEqualTo(202);
      }
      var late = wire.posts(token, "Late", "", "X-Forwarded-For", "203.0.113.9, 198.51.100.99");
      assertThat(late.statusCode()).as("whatever the client writes before it").isEqualTo(429);
      assertThat(Integer.parseInt(retryAfter(late).orElseThrow())).isBetween(1, 20);
      assertThat(late.headers().firstValue("Content-Type")).contains("application/problem+json");
      var hub = wire.sendsForm("/hub", "hub.mode=subscribe", "X-Forwarded-For", "198.51.100.8");
      assertThat(hub.statusCode()).isEqualTo(429);
      assertThat(wire.posts(token, "Other", "", "Forwarded", "for=192.0.2.1").statusCode())
          .isEqualTo(202);
      assertThat(wire.posts(token, "Here", "").statusCode()).isEqualTo(202);

      for (String who : List.of("ann", "ben")) {
        assertThat(asks(wire, who, "198.51.100.7").statusCode()).isEqualTo(202);
      }
      var third = asks(wire, "cid", "198.51.100.8");
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(retryAfter(third)).isPresent();
      assertThat(third.body()).contains("too often from your network");
      assertThat(asks(wire, "dan", "192.0.2.1").statusCode()).isEqualTo(202);
    }
  }

  private static HttpResponse<String> asks(DoorWire wire, String who, String from)
      throws Exception {
    return wire.sendsForm("/subscriptions", ASK.formatted(who), "X-Forwarded-For", from);
  }

  @Test
  void what_a_proxy_says_that_is_none_of_ours_is_not_believed() throws Exception {
    try (var wire = new DoorWire(home, Map.of("limit.asks", "2"))) {
      assertThat(asks(wire, "ann", "198.51.100.7").statusCode()).isEqualTo(202);
      assertThat(asks(wire, "ben", "203.0.113.7").statusCode()).isEqualTo(202);
      assertThat(asks(wire, "cid", "192.0.2.7").statusCode()).isEqualTo(429);
      assertThat(wire.sendsForm("/subscriptions", ASK.formatted("dan")).statusCode())
          .isEqualTo(202);
    }
  }

  @Test
  void a_form_on_somebody_elses_page_does_nothing() throws Exception {
    try (var wire = new DoorWire(home, Map.of("base", "https://news.example.org"))) {
      String own = wire.newsroom.address();
      String ask = ASK.formatted("ann");
      for (String origin : List.of("https://evil.example", "null", own + ".evil.example")) {
        for (String path : List.of("/subscriptions", "/confirm/x", "/manage/x", "/unsubscribe")) {
          var refused = wire.sendsForm(path, ask, "Origin", origin);
          assertThat(refused.statusCode()).as(origin + path).isEqualTo(403);
          assertThat(refused.body()).contains("This form is not ours");
        }
      }
      var across = wire.sendsForm("/subscriptions", ask, "Sec-Fetch-Site", "cross-site");
      assertThat(across.statusCode()).isEqualTo(403);
      assertThat(wire.newsroom.files("outbox")).isEmpty();

      for (String origin : List.of("https://news.example.org", own)) {
        assertThat(wire.sendsForm("/subscriptions", ask, "Origin", origin).statusCode())
            .isEqualTo(202);
      }
      assertThat(
              wire.sendsForm("/unsubscribe/x", "", "Origin", "https://mail.example").statusCode())
          .as("mail programs end letters by a POST of their own")
          .isEqualTo(404);
      await().until(() -> !wire.newsroom.files("outbox").isEmpty());
    }
  }

  @Test
  void a_full_house_says_when_to_come_again_and_still_hands_out_feeds() throws Exception {
    try (var wire = new DoorWire(home, Map.of("limit.underway", "1"))) {
      String token = wire.submitToken();
      wire.posts(token, "Seen", "", "Prefer", "wait=30");
      assertThat(wire.asks("GET", "/feeds/all.json", "").statusCode()).isEqualTo(200);
      String waiting =
          "{\"title\": \"Later\", \"publishAt\": \"" + Instant.now().plusSeconds(300) + "\"}";
      var request =
          wire.request(
              "POST",
              "/items",
              waiting,
              "Authorization",
              "Bearer " + token,
              "Content-Type",
              "application/json",
              "Prefer",
              "wait=15");
      var inside = takesTheOnlyPlace(wire, request);
      var full = wire.posts(token, "Outside", "");
      assertThat(full.statusCode()).isEqualTo(503);
      assertThat(retryAfter(full)).contains("2");
      assertThat(wire.asks("GET", "/feeds/all.json", "").statusCode()).isEqualTo(200);
      assertThat(inside.get().statusCode()).isEqualTo(202);
      await().until(() -> wire.asks("GET", "/subscribe", "").statusCode() == 200);
      assertThat(wire.posts(token, "Inside again", "").statusCode()).isEqualTo(202);
    }
  }

  private static Future<HttpResponse<String>> takesTheOnlyPlace(
      DoorWire wire, HttpRequest request) {
    var inside = new AtomicReference<>(wire.client().sendAsync(request, BodyHandlers.ofString()));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              int status = wire.asks("GET", "/subscribe", "").statusCode();
              // who only looks may have been in its place
              if (inside.get().isDone()) {
                inside.set(wire.client().sendAsync(request, BodyHandlers.ofString()));
                return false;
              }
              return status == 503;
            });
    return inside.get();
  }

  @Test
  void no_more_is_taken_while_too_much_waits_and_what_was_taken_is_kept() throws Exception {
    var waits = Map.of("limit.queue", "2", "routes", "file:" + routesWithout("30-archive"));
    try (var wire = new DoorWire(home, waits)) {
      String token = wire.submitToken();
      assertThat(wire.posts(token, "First", "").statusCode()).isEqualTo(202);
      assertThat(wire.posts(token, "Second", "").statusCode()).isEqualTo(202);
      await().until(() -> wire.posts(token, "Third", "").statusCode() == 503);
      var full = wire.posts(token, "Third", "");
      assertThat(full.body()).contains("nothing was kept");
      assertThat(retryAfter(full)).contains("30");
      assertThat(wire.newsroom.stops()).isIn(0, 143);
    }
    try (var wire = new DoorWire(home, Map.of("limit.queue", "2"))) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> wire.asks("GET", "/feeds/all.json", "").body().contains("Second"));
      assertThat(wire.asks("GET", "/feeds/all.json", "").body()).contains("First");
      await().until(() -> wire.posts(wire.submitToken(), "Fourth", "").statusCode() == 202);
    }
  }

  private Path routesWithout(String route) throws IOException {
    Path folder = Files.createDirectory(home.resolve("routes"));
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      for (Path file : files.filter(one -> !one.toString().contains(route)).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"amqp", "mqtt", "stomp"})
  void the_broker_listens_to_no_stranger_while_nobody_has_a_password(String protocol)
      throws Exception {
    Files.writeString(home.resolve("readers"), "# nobody yet\n");
    int port = Ports.free();
    var open = Map.of("broker." + protocol, "0.0.0.0:" + port);
    try (var newsroom = new Newsroom(home, open)) {
      newsroom.launches();
      assertThat(newsroom.awaitEnd()).isEqualTo(1);
      assertThat(newsroom.said())
          .contains("regionwire.broker." + protocol + " = 0.0.0.0:" + port)
          .contains("Write a line name:password into it");
      assertThat(Ports.listens(port)).isFalse();
    }
  }
}
