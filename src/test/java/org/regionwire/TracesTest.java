package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.Collector.Span;

/** The way of an item from the door to a letter, as one trace. */
class TracesTest {
  private static final Pattern CONFIRM = Pattern.compile("/confirm/[\\w=.~-]+");
  private static final String CLIENTS = "0af7651916cd43dd8448eb211c80319c";

  @TempDir Path home;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void one_trace_leads_from_the_door_to_the_letter() throws Exception {
    try (var collector = new Collector();
        var wire =
            new WireInside(home, Map.of("REGIONWIRE_TRACES", collector.address()), () -> {})) {
      followsMalmo(wire.settings.base);
      String id = posts(wire.settings.base);
      sendsTomorrowsLetters(wire.settings);
      await()
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () ->
                  assertThat(ofItem(collector, id))
                      .extracting(Span::stage)
                      .contains("door", "accept", "archive", "feeds", "letter"));
      var spans = ofItem(collector, id);
      assertThat(spans).extracting(Span::trace).containsOnly(spans.get(0).trace());
      assertThat(parentOf("door", spans)).isEmpty();
      assertThat(parentOf("accept", spans)).contains("door");
      assertThat(parentOf("archive", spans)).contains("accept");
      assertThat(parentOf("feeds", spans)).contains("archive");
      assertThat(parentOf("letter", spans)).contains("archive");
      assertThat(of("door", spans).name()).isEqualTo("POST /items");
      assertThat(of("door", spans).links()).containsExactly(CLIENTS + " b7ad6b7169203331");
    }
  }

  @Test
  void a_collector_that_is_away_holds_up_nobody() throws Exception {
    String nobody;
    try (var collector = new Collector()) {
      nobody = collector.address();
    }
    try (var wire = new WireInside(home, Map.of("REGIONWIRE_TRACES", nobody), () -> {})) {
      long start = System.nanoTime();
      for (int i = 0; i < 5; i++) {
        posts(wire.settings.base);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }

  private static List<Span> ofItem(Collector collector, String id) {
    return collector.spans.stream()
        .filter(span -> id.equals(span.attributes().get("regionwire.item.id")))
        .toList();
  }

  private static Span of(String stage, List<Span> spans) {
    return spans.stream().filter(span -> span.stage().equals(stage)).findFirst().orElseThrow();
  }

  private static Optional<String> parentOf(String stage, List<Span> spans) {
    String parent = of(stage, spans).parent();
    return spans.stream().filter(span -> span.id().equals(parent)).findFirst().map(Span::stage);
  }

  private String posts(String base) throws Exception {
    String token = Files.readString(home.resolve("submit.token")).strip();
    var request =
        HttpRequest.newBuilder(URI.create(base + "/items"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Prefer", "wait=30")
            .header("traceparent", "00-" + CLIENTS + "-b7ad6b7169203331-01")
            .POST(BodyPublishers.ofString("{\"title\": \"Harbour opens in Malmö\"}"));
    var answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return new ObjectMapper().readTree(answer.body()).path("id").asText();
  }

  private static void sendsTomorrowsLetters(Settings settings) throws Exception {
    var tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
    try (var desk = new Newsroom(settings, tomorrow, new SecureRandom())) {
      assertThat(desk.mailroom().digests().run()).isEqualTo(1);
    }
  }

  private void followsMalmo(String base) throws Exception {
    form(base + "/subscriptions", "email=ann%40example.org&regions=malmo");
    await().atMost(Duration.ofSeconds(30)).until(() -> confirmation().isPresent());
    form(base + confirmation().orElseThrow(), "");
  }

  private void form(String address, String fields) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(fields));
    assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isLessThan(400);
  }

  private Optional<String> confirmation() throws Exception {
    Path outbox = home.resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return Optional.empty();
    }
    try (var letters = Files.newDirectoryStream(outbox, "*.eml")) {
      for (Path letter : letters) {
        var found =
            CONFIRM.matcher(Files.readString(letter).replace("=\r\n", "").replace("=3D", "="));
        if (found.find()) {
          return Optional.of(found.group());
        }
      }
    }
    return Optional.empty();
  }
}
