package org.regionwire.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.pages.AnItem.anItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.PublishedItem;

class PageDeliveryTest {
  private static final Instant NOW = Instant.parse("2007-05-10T12:00:00Z");
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
  private static final PublishedItem HARBOUR =
      anItem("New harbour").saying("It opens in June.").in("malmo").published();
  private static final PublishedItem SECRET =
      anItem("Canary").in("malmo").embargoedTo(NOW.plusSeconds(1)).published();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Vertx vertx;
  private static String address;

  @BeforeAll
  static void serve() throws Exception {
    vertx = Vertx.vertx();
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var regions = new SmallRegions();
    var archive = new SmallArchive();
    archive.keep(HARBOUR);
    archive.keep(SECRET);
    var pages = new Pages(URI.create("https://wire.example"), regions, regions.topics(), clock);
    var delivery =
        new PageDelivery(
            archive,
            regions,
            pages,
            clock,
            new ItemForms(
                item -> "{\"title\":\"" + item.item().title() + "\"}",
                item -> "{\"standard\":{\"name\":\"ninjs\"}}",
                item -> item.event().map(event -> "BEGIN:VCALENDAR".getBytes(UTF_8))));
    var router = Router.router(vertx);
    router.route().handler(delivery);
    router.route("/items/*").handler(context -> context.response().end("somebody else"));
    router.errorHandler(404, delivery::lost);
    var server = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1");
    int port =
        server.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS).actualPort();
    address = "http://127.0.0.1:" + port;
  }

  @AfterAll
  static void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/regions, text/html; charset=utf-8",
    "/regions/, text/html; charset=utf-8",
    "/regions/malmo, text/html; charset=utf-8",
    "/regions.json, application/json",
    "/subscribe?regions=malmo, text/html; charset=utf-8",
    "/robots.txt, text/plain; charset=utf-8",
    "/favicon.ico, image/svg+xml"
  })
  void each_address_answers(String path, String type) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "content-type")).isEqualTo(type);
    assertThat(header(answer, "content-security-policy"))
        .startsWith("default-src 'none'; style-src");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "etag")).matches("\"[\\w-]{20}\"");
  }

  @Test
  void an_item_is_a_page_or_json_as_it_is_asked_for() throws Exception {
    String path = "/items/" + HARBOUR.id();
    assertThat(text(get(path))).contains("<h1 dir=\"auto\">New harbour</h1>");
    assertThat(text(get(path, "Accept", BROWSER))).contains("<h1");
    assertThat(text(get(path, "Accept", "*/*"))).contains("<h1");
    assertThat(text(get(path, "Accept", "text/html, application/json"))).contains("<h1");
    var json = get(path, "Accept", "application/json, text/html;q=0.5");
    assertThat(text(json)).isEqualTo("{\"title\":\"New harbour\"}");
    assertThat(header(json, "content-type")).isEqualTo("application/json");
    assertThat(header(json, "vary")).contains("Accept");
    assertThat(header(json, "cache-control")).isEqualTo("no-cache");
  }

  @Test
  void the_bytes_a_reader_has_are_not_sent_again() throws Exception {
    var first = get("/");
    var tag = header(first, "etag");
    assertThat(header(first, "cache-control")).isEqualTo("public, max-age=60");
    for (String known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
      var again = get("/", "If-None-Match", known);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "etag")).isEqualTo(tag);
    }
    assertThat(get("/", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void a_page_is_compressed_for_who_takes_it_under_a_tag_of_its_own() throws Exception {
    var plain = get("/");
    var squeezed = get("/", "Accept-Encoding", "br, gzip");
    assertThat(header(squeezed, "content-encoding")).isEqualTo("gzip");
    assertThat(header(squeezed, "etag")).isNotEqualTo(header(plain, "etag"));
    assertThat(squeezed.body().length).isLessThan(plain.body().length);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(squeezed.body())).readAllBytes())
        .isEqualTo(plain.body());
    assertThat(
            get("/", "Accept-Encoding", "gzip", "If-None-Match", header(squeezed, "etag"))
                .statusCode())
        .isEqualTo(304);
    assertThat(get("/", "Accept-Encoding", "gzip;q=0").headers().firstValue("content-encoding"))
        .isEmpty();
  }

  @Test
  void head_says_what_get_would() throws Exception {
    var got = get("/regions");
    var request =
        HttpRequest.newBuilder(URI.create(address + "/regions"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody());
    var head = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "content-length")).isEqualTo(Integer.toString(got.body().length));
    assertThat(header(head, "etag")).isEqualTo(header(got, "etag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/regions/MALMO",
        "/regions/se-m-1280",
        "/regions/Malm%C3%B8",
        "/regions/malmoe",
        "/regions/%D0%9C%D0%B0%D0%BB%D1%8C%D0%BC%D1%91"
      })
  void another_name_of_a_region_leads_to_it(String path) throws Exception {
    var answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(header(answer, "location")).isEqualTo("/regions/malmo");
  }

  @Test
  void an_unknown_region_is_not_found_and_a_near_one_is_suggested() throws Exception {
    var page = get("/regions/malmxo%3Cb%3E", "Accept", BROWSER);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(text(page)).contains("malmxo&lt;b&gt;", "<a href=\"/regions/malmo\">Malmö</a>");
    var problem = get("/regions/malmxo", "Accept", "application/json");
    assertThat(problem.statusCode()).isEqualTo(404);
    assertThat(header(problem, "content-type")).isEqualTo("application/problem+json");
    assertThat(new ObjectMapper().readTree(problem.body()).at("/suggestions/0").asText())
        .isEqualTo("/regions/malmo");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/items/no-id",
        "/items/00000000000000000000000000",
        "/items/%zz",
        "/static/../application.properties",
        "/static/%2e%2e/x",
        "/static/nothing.css",
        "/regions/%FF",
        "/nowhere"
      })
  void what_is_not_there_is_not_found(String path) throws Exception {
    assertThat(rawStatus(path)).isIn(400, 404);
  }

  @Test
  void an_embargoed_item_is_nowhere() throws Exception {
    assertThat(get("/items/" + SECRET.id()).statusCode()).isEqualTo(404);
    assertThat(text(get("/"))).contains("New harbour").doesNotContain("Canary");
    assertThat(text(get("/regions/malmo"))).contains("New harbour").doesNotContain("Canary");
  }

  @Test
  void a_static_file_is_kept_for_a_year_at_the_address_of_its_content() throws Exception {
    var matcher =
        java.util.regex.Pattern.compile("/static/wire-[0-9a-f]{10}\\.css").matcher(text(get("/")));
    assertThat(matcher.find()).isTrue();
    var exact = get(matcher.group());
    assertThat(header(exact, "cache-control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(header(exact, "content-type")).isEqualTo("text/css; charset=utf-8");
    var old = get("/static/wire-0123456789.css");
    assertThat(header(old, "cache-control")).isEqualTo("no-cache");
    assertThat(old.body()).isEqualTo(exact.body());
  }

  @Test
  void the_list_of_regions_has_what_a_program_needs() throws Exception {
    var list = new ObjectMapper().readTree(get("/regions.json").body()).path("regions");
    assertThat(list).hasSize(10);
    for (var region : list) {
      if (region.path("slug").asText().equals("malmo")) {
        assertThat(region.at("/centre/lat").asDouble()).isEqualTo(55.6059);
        assertThat(region.at("/feeds/atom").asText())
            .isEqualTo("https://wire.example/feeds/malmo.atom");
        assertThat(region.at("/names/ru").asText()).isEqualTo("Мальмё");
        assertThat(region.at("/parents/0").asText()).isEqualTo("oresund-region");
      }
    }
  }

  @Test
  void what_is_not_a_page_is_left_to_others() throws Exception {
    assertThat(text(get("/items/" + HARBOUR.id() + "/status"))).isEqualTo("somebody else");
    var post =
        HttpRequest.newBuilder(URI.create(address + "/items/x"))
            .POST(HttpRequest.BodyPublishers.ofString("{}"));
    assertThat(text(CLIENT.send(post.build(), HttpResponse.BodyHandlers.ofByteArray())))
        .isEqualTo("somebody else");
  }

  private static HttpResponse<byte[]> get(String path, String... headers)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** By hand, for addresses that java.net.URI would not let out. */
  private static int rawStatus(String path) throws IOException {
    var at = URI.create(address);
    try (var socket = new java.net.Socket(at.getHost(), at.getPort())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.substring(9, 12));
    }
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
