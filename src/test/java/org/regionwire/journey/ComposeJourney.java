package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Databases;

/**
 * The processes of {@code docker-compose.yml} with the configuration it gives them, without a
 * container engine: two nodes, Artemis, PostgreSQL, nginx. {@code -Dcompose.nginx} is the program.
 */
@EnabledIfSystemProperty(named = "compose.nginx", matches = ".+")
class ComposeJourney {
  private static final String FEED = "/feeds/malmo.atom";

  @TempDir Path folder;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ArtemisProcess broker;
  private Newsroom a;
  private Newsroom b;
  private NginxProcess proxy;

  @BeforeEach
  void start() throws Exception {
    broker = new ArtemisProcess(Files.createDirectories(folder.resolve("artemis")));
    broker.starts(Map.of());
    JsonNode given =
        new YAMLMapper().readTree(Path.of("docker-compose.yml").toFile()).at("/x-node/environment");
    Map<String, String> settings =
        Map.of(
            "broker", broker.address(),
            "database", Databases.postgresqlUrl(),
            "secrets", folder.resolve("secrets").toString(),
            "base", given.path("REGIONWIRE_BASE").asText(),
            "roles", given.path("REGIONWIRE_ROLES").asText(),
            "logs", given.path("REGIONWIRE_LOGS").asText(),
            "proxies", "127.0.0.1");
    a = new Newsroom(Files.createDirectories(folder.resolve("a")), settings);
    b = new Newsroom(Files.createDirectories(folder.resolve("b")), settings);
    a.launches();
    b.launches();
    a.awaitReady();
    b.awaitReady();
    Path nginx = Path.of(System.getProperty("compose.nginx"));
    Path place = Files.createDirectories(folder.resolve("proxy"));
    proxy = new NginxProcess(nginx, place, a.address(), b.address());
  }

  @AfterEach
  void stop() throws Exception {
    if (proxy != null) {
      proxy.close();
    }
    a.close();
    b.close();
    broker.close();
  }

  private HttpResponse<String> gets(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(proxy.address() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> posts(String title) throws Exception {
    String token = Files.readString(folder.resolve("secrets/submit.token")).strip();
    var request =
        HttpRequest.newBuilder(URI.create(proxy.address() + "/items"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", title.replace(' ', '-'))
            .header("Prefer", "wait=30")
            .POST(BodyPublishers.ofString("{\"title\": \"%s in Malmö\"}".formatted(title)));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String kept(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Cache").orElse("");
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElse("");
  }

  private static int healthy(String address) throws IOException, InterruptedException {
    String port = Integer.toString(URI.create(address).getPort());
    return new ProcessBuilder("src/main/docker/healthy", port)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  @Test
  void readers_are_served_by_what_the_proxy_kept_while_nodes_come_and_go() throws Exception {
    assertThat(posts("One").statusCode()).isEqualTo(201);
    var first = gets(FEED);
    assertThat(first.body()).contains("One in Malmö");
    assertThat(kept(first)).isEqualTo("MISS");
    var second = gets(FEED);
    assertThat(kept(second)).isEqualTo("HIT");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(gets(FEED, "If-None-Match", etag(first)).statusCode()).isEqualTo(304);
    variantsAreKeptApart();
    whoWatchesComesStraight();

    assertThat(healthy(a.address())).isZero();
    a.dies();
    assertThat(healthy(a.address())).isNotZero();
    for (String title : List.of("Two", "Three", "Four")) {
      assertThat(posts(title).statusCode()).isIn(201, 202);
    }
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> gets("/feeds/malmo.json?q=four").body().contains("Four in Malmö"));

    b.dies();
    var away = posts("Five");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).isPresent();
    await()
        .atMost(Duration.ofSeconds(100))
        .pollInterval(Duration.ofSeconds(2))
        .until(() -> kept(gets(FEED)).equals("STALE"));
    assertThat(gets(FEED).body()).contains("One in Malmö");

    b.opens();
    await().atMost(Duration.ofSeconds(30)).until(() -> posts("Five").statusCode() / 100 == 2);
    await().atMost(Duration.ofSeconds(30)).until(() -> gets(FEED).body().contains("Five in Malmö"));
  }

  private void variantsAreKeptApart() throws Exception {
    var zipped = gets(FEED, "Accept-Encoding", "gzip");
    assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(kept(zipped)).isEqualTo("MISS");
    var page = gets(FEED, "Accept", "text/html");
    assertThat(page.body()).contains("<html");
    assertThat(gets(FEED).body()).contains("<feed");
    assertThat(kept(gets(FEED, "Authorization", "Bearer x"))).isEqualTo("BYPASS");
  }

  /** And reads what Prometheus would, as promtool has it where there is one. */
  private void whoWatchesComesStraight() throws Exception {
    assertThat(gets("/observe/metrics").statusCode()).isEqualTo(404);
    String figures = a.gets("/observe/metrics").body();
    assertThat(figures).contains("regionwire_duty_held{role=\"archive\"}");
    assertThat(figures).contains("regionwire_queue_oldest_age_seconds{queue=\"news.accepted\"}");
    String promtool = System.getProperty("compose.promtool", "");
    if (!promtool.isEmpty()) {
      Path file = Files.writeString(folder.resolve("figures"), figures);
      var check =
          new ProcessBuilder(promtool, "check", "metrics")
              .redirectInput(file.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(check.getInputStream().readAllBytes(), UTF_8);
      assertThat(check.waitFor()).as(said).isZero();
    }
  }
}
