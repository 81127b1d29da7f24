package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.operate.operators.JdbiOperators;

class BrokerStoppedTest {
  private static final AtomicBoolean ENDED = new AtomicBoolean();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path home;
  private static WireInside wire;
  private static String token;

  /** One wire, whose broker stops after one item. */
  @BeforeAll
  static void start() throws Exception {
    wire = new WireInside(home, Map.of(), () -> ENDED.set(true));
    assertThat(posts("Before").statusCode()).isEqualTo(202);
    assertThat(health()).doesNotContain("the broker is stopped");
    try (var database = Database.open(wire.settings.database)) {
      token = new JdbiOperators(database).make("ann", "0123456789abcdef", Clock.systemUTC());
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> operates("/operate/news").body().contains("Before"));
    assertThat(ENDED).isFalse();
    wire.wiring.broker().close();
  }

  @AfterAll
  static void stop() throws Exception {
    wire.close();
  }

  private static HttpResponse<String> posts(String title) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(wire.settings.base + "/items"))
            .header("Authorization", "Bearer " + Files.readString(wire.settings.token()).strip())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"title\": \"" + title + "\"}"))
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private static String health() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(wire.settings.base + "/observe/health")).build();
    return CLIENT.send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void a_sender_is_told_at_once_and_a_file_stays() throws Exception {
    long asked = System.nanoTime();
    var answer = posts("Meanwhile");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(answer.body()).contains("send it again with the same Idempotency-Key");
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(6));

    Path file =
        Files.writeString(wire.settings.inbox.resolve("file.json"), "{\"title\": \"Stays\"}");
    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(20))
        .until(() -> Files.exists(file));
    assertThat(home.resolve("refused")).isEmptyDirectory();
    assertThat(health()).contains("the broker is stopped");
  }

  @Test
  void a_broker_gone_for_good_ends_the_process() throws Exception {
    await().atMost(Duration.ofSeconds(60)).untilTrue(ENDED);
  }

  @Test
  void an_operator_still_sees_what_came_in_and_is_told_why_nothing_is_put_back() throws Exception {
    assertThat(operates("/operate/news").body())
        .contains("Before", "The broker does not say what is parked");
    assertThat(operates("/operate/figures").statusCode()).isEqualTo(200);
    assertThat(operates("/operate/parked").statusCode()).isEqualTo(503);
    assertThat(operates("/operate/parked").body()).contains("The broker does not answer");
    var list = operates("/operate/parked.json");
    assertThat(list.statusCode()).isEqualTo(503);
    assertThat(list.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  private static HttpResponse<String> operates(String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(wire.settings.base + path))
            .header("Authorization", "Bearer " + token)
            .build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }
}
