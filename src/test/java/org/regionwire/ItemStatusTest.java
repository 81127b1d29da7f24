package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.broker.Broker;
import org.regionwire.operate.operators.JdbiOperators;

/** What is told of an item that could not be stored. */
class ItemStatusTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String ID = "0".repeat(25) + "2";
  private static final String STATUS = "/items/" + ID + "/status";

  @TempDir private Path home;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void who_asks_for_a_parked_item_is_told_that_it_is_kept_and_what_happens_next() throws Exception {
    try (var wire = new WireInside(home, Map.of(), () -> {})) {
      assertThat(gets(wire, "application/json").statusCode()).isEqualTo(404);
      parks(wire, "Nobody could store it");
      var parked = gets(wire, "application/json");
      var json = new JsonMapper().readTree(parked.body());
      assertThat(json.path("status").asText()).isEqualTo("parked");
      assertThat(json.at("/accepted/at").asText()).isEqualTo("2026-11-22T10:00:00Z");
      assertThat(json.at("/parked/at").asText()).isNotEmpty();
      assertThat(json.at("/parked/what").asText()).isEqualTo("item");
      assertThat(json.at("/parked/next").asText()).contains("no need to send it again");
      var page = gets(wire, "text/html,*/*;q=0.8");
      assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
      assertThat(page.headers().firstValue("cache-control")).contains("no-store");
      assertThat(page.body()).contains("It is parked since", "then it is published");
      assertThat(parked.body() + page.body()).doesNotContain("secret", "Nobody could");

      replays(wire);
      await().atMost(SOON).until(() -> says(wire, "\"published\""));
      await().atMost(SOON).until(() -> !says(wire, "parked"));
      parks(wire, "Somebody changes it");
      await().atMost(SOON).until(() -> says(wire, "\"what\" : \"change\""));
      assertThat(says(wire, "\"status\" : \"published\"")).isTrue();
      assertThat(gets(wire, "text/html").body()).contains("A change of it is parked since");
    }
  }

  private boolean says(WireInside wire, String what) throws Exception {
    return gets(wire, "application/json").body().contains(what);
  }

  private HttpResponse<String> gets(WireInside wire, String accept) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(wire.settings.base + STATUS))
            .header("Accept", accept)
            .build(),
        BodyHandlers.ofString());
  }

  /** As the archive's consumer does when nothing else is left. */
  private static void parks(WireInside wire, String title) throws Exception {
    String item =
        """
        {"item": {"id": "%s", "origin": {"sender": "newsroom", "key": "k 2", "bodyHash": "00",
          "received": "2026-11-22T10:00:00Z"}, "title": "%s", "regions": ["malmo"]},
         "regions": [{"region": "malmo", "how": "NAMED", "primary": true, "confidence": 1.0,
           "why": "named by the sender", "mentions": []}]}
        """
            .formatted(ID, title);
    try (var connection = wire.wiring.broker().connections(2_000).createConnection();
        var session = connection.createSession()) {
      var message = session.createBytesMessage();
      message.setStringProperty("source", "queue:" + Broker.ACCEPTED);
      message.setStringProperty("route", "archive");
      message.setStringProperty("reason", "a secret reason");
      message.writeBytes(item.getBytes(StandardCharsets.UTF_8));
      session.createProducer(session.createQueue(Broker.DEAD)).send(message);
    }
    await().atMost(SOON).until(() -> wire.wiring.broker().depth(Broker.DEAD) > 0);
  }

  private void replays(WireInside wire) throws Exception {
    String operator;
    try (var database = Database.open(wire.settings.database)) {
      operator = new JdbiOperators(database).make("ann", "0123456789abcdef", Clock.systemUTC());
    }
    var replay =
        HttpRequest.newBuilder(URI.create(wire.settings.base + "/operate/replay"))
            .header("Authorization", "Bearer " + operator)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("act=all"));
    assertThat(client.send(replay.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }
}
