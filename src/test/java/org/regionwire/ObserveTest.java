package org.regionwire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.broker.Broker;
import org.slf4j.LoggerFactory;

/** What machines see of a whole wire: its figures, and its lines about each item. */
class ObserveTest {
  private static final Pattern METRIC =
      Pattern.compile("\\b(regionwire|jvm|process|system)_[a-z0-9_]+");

  /** Crockford's digits, and no item of ours. */
  private static final String POISON = "0123456789abcdefghjkmnpqrs";

  @TempDir static Path home;
  private static final ListAppender<ILoggingEvent> LINES = new ListAppender<>();
  private static WireInside wire;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    LINES.start();
    ((Logger) LoggerFactory.getLogger("org.regionwire")).addAppender(LINES);
    var settings = Map.of("REGIONWIRE_LOGS_ITEMS", "true", "REGIONWIRE_OBSERVE", "127.0.0.1");
    wire = new WireInside(home, settings, () -> {});
    wire.wiring.warmUp();
  }

  @AfterAll
  static void stop() throws Exception {
    ((Logger) LoggerFactory.getLogger("org.regionwire")).detachAppender(LINES);
    wire.close();
  }

  private HttpResponse<String> posts(String item) throws Exception {
    String token = Files.readString(home.resolve("submit.token")).strip();
    var request =
        HttpRequest.newBuilder(URI.create(wire.settings.base + "/items"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .header("Prefer", "wait=20")
            .POST(BodyPublishers.ofString(item));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> gets(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(wire.settings.base + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** 0 while it is not there. */
  private double figure(String series) throws Exception {
    return gets("/observe/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(series + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .findFirst()
        .orElse(0);
  }

  private double items(String stage, String outcome) throws Exception {
    return figure(
        "regionwire_stage_items_total{outcome=\"%s\",stage=\"%s\"}".formatted(outcome, stage));
  }

  private static List<ILoggingEvent> linesAbout(String item) {
    return new ArrayList<>(LINES.list)
        .stream().filter(line -> value(line, "item").contains(item)).toList();
  }

  private static String value(ILoggingEvent line, String key) {
    return line.getKeyValuePairs() == null
        ? ""
        : line.getKeyValuePairs().stream()
            .filter(pair -> pair.key.equals(key))
            .map(pair -> String.valueOf(pair.value))
            .findFirst()
            .orElse("");
  }

  @Test
  void an_item_is_counted_and_told_of_at_each_stage() throws Exception {
    double before = items("feeds", "done");
    var answer = posts("{\"title\": \"Harbour opens in Malmö\"}");
    assertThat(answer.statusCode()).isEqualTo(201);
    for (String stage : List.of("door", "accept", "archive")) {
      String sum = "regionwire_stage_seconds_sum{stage=\"" + stage + "\"}";
      await().untilAsserted(() -> assertThat(items(stage, "done")).as(stage).isPositive());
      await().untilAsserted(() -> assertThat(figure(sum)).as(stage).isPositive());
    }
    await().until(() -> items("feeds", "done") > before);
    assertThat(figure("regionwire_item_delay_seconds_count{until=\"shown\"}")).isPositive();

    String id = new ObjectMapper().readTree(answer.body()).path("id").asText();
    assertThat(id).isNotEmpty();
    await()
        .untilAsserted(
            () ->
                assertThat(linesAbout(id))
                    .extracting(line -> value(line, "stage"))
                    .contains("accept", "archive", "feeds"));
  }

  @Test
  void what_was_refused_is_counted_as_that_and_told_of_by_its_key() throws Exception {
    double before = items("accept", "refused");
    assertThat(posts("{\"titel\": 1}").statusCode()).isEqualTo(422);
    await().untilAsserted(() -> assertThat(items("accept", "refused")).isEqualTo(before + 1));
    assertThat(items("door", "failed")).isZero();
    await()
        .untilAsserted(
            () ->
                assertThat(new ArrayList<>(LINES.list))
                    .anySatisfy(
                        line -> {
                          assertThat(value(line, "ending")).isEqualTo("refused");
                          assertThat(value(line, "item")).isNotEmpty();
                        }));
  }

  @Test
  void a_parked_item_is_counted_grows_old_and_is_named_in_an_error() throws Exception {
    try (var connection = wire.wiring.broker().connections(2_000).createConnection();
        var session = connection.createSession()) {
      BytesMessage message = session.createBytesMessage();
      message.writeBytes("{\"item\":{\"id\":\"%s\"}}".formatted(POISON).getBytes(UTF_8));
      session.createProducer(session.createQueue(Broker.ACCEPTED)).send(message);
    } catch (JMSException e) {
      throw new IllegalStateException(e);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> figure("regionwire_queue_messages{queue=\"news.dead\"}") == 1);
    await()
        .untilAsserted(
            () ->
                assertThat(figure("regionwire_parked_total{queue=\"news.accepted\"}"))
                    .isEqualTo(1));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> figure("regionwire_queue_oldest_age_seconds{queue=\"news.dead\"}") > 0);
    await()
        .untilAsserted(
            () ->
                assertThat(linesAbout(POISON))
                    .anySatisfy(
                        line -> {
                          assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                          assertThat(value(line, "route")).isEqualTo("archive");
                        }));
  }

  @Test
  void feeds_and_pages_are_counted() throws Exception {
    double feeds = items("feed", "done");
    double pages = items("page", "done");
    gets("/feeds/all.atom");
    gets("/feeds/all.atom");
    gets("/regions");
    await().until(() -> items("feed", "done") >= feeds + 2 && items("page", "done") > pages);
    assertThat(items("render", "done")).isPositive();
  }

  @Test
  void who_comes_through_a_proxy_sees_nothing() throws Exception {
    for (String path : List.of("/observe/metrics", "/observe/health", "/observe/health/ready")) {
      assertThat(gets(path).statusCode()).as(path).isEqualTo(200);
      assertThat(gets(path, "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(403);
      assertThat(gets(path, "Forwarded", "for=127.0.0.1").statusCode()).isEqualTo(403);
    }
  }

  /** Of the memory; a longer life has them by itself. */
  private void awaitAPause() {
    System.gc();
    await().until(() -> gets("/observe/metrics").body().contains("\njvm_gc_pause_seconds_sum{"));
  }

  @Test
  void every_figure_is_named_and_explained_as_prometheus_has_it() throws Exception {
    awaitAPause();
    String all = gets("/observe/metrics").body();
    var names = all.lines().filter(line -> line.startsWith("# TYPE ")).toList();
    assertThat(names).hasSizeGreaterThan(40);
    for (String line : names) {
      String[] words = line.split(" ");
      String name = words[2];
      assertThat(all).as(name).contains("# HELP " + name + " ");
      assertThat(name)
          .matches("[a-z][a-z0-9_]*")
          .doesNotMatch(".*_(ms|millis|ns|kb)(_.*)?")
          .doesNotEndWith("_count");
      assertThat(name.endsWith("_total")).as(name).isEqualTo(words[3].equals("counter"));
      if (words[3].equals("histogram") || words[3].equals("summary")) {
        assertThat(name).endsWith("_seconds");
      }
    }
  }

  @Test
  void what_the_dashboard_and_the_alerts_ask_for_is_there() throws Exception {
    await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> gets("/observe/metrics").body().contains("route=\"sweep-letters\""));
    awaitAPause();
    for (String file :
        List.of("src/main/grafana/dashboards/regionwire.json", "src/main/prometheus/rules.yml")) {
      var asked = METRIC.matcher(Files.readString(Path.of(file))).results().toList();
      assertThat(asked).hasSizeGreaterThan(8);
      await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> areThere(file, asked));
    }
  }

  private void areThere(String file, List<MatchResult> asked) throws Exception {
    String all = gets("/observe/metrics").body();
    for (var metric : asked) {
      assertThat(all).as(file).containsPattern("(?m)^" + metric.group() + "[{ ]");
    }
  }
}
