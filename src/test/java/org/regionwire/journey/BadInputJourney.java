package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.journey.BadSubmissions.Row;

/** Bad input: each gets its answer, nothing else is disturbed. */
final class BadInputJourney {
  private static final String JSON = "application/json";
  private static Outside wire;

  @BeforeAll
  static void start(@TempDir Path home) throws IOException {
    wire = Outside.starts(home);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    wire.close();
  }

  @AfterEach
  void nothing_else_is_disturbed() throws Exception {
    wire.stillWorks();
  }

  static List<Row> rows() {
    return BadSubmissions.all();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_request_gets_its_answer(Row row) throws Exception {
    var answer = wire.posts(row.kind().type, row.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.status());
    assertThat(row.says()).as(answer.body()).allMatch(answer.body()::contains);
    if (row.status() >= 400) {
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(Outside.json(answer.body()).path("status").asInt()).isEqualTo(row.status());
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_file_gets_its_receipt(Row row) throws Exception {
    String name = row.name().replace(' ', '-') + row.kind().extension;
    wire.drops(name, row.body());
    JsonNode receipt = wire.receipt(row.status() >= 400 ? "refused" : "done", name);
    assertThat(row.says()).as(receipt.toString()).allMatch(receipt.toString()::contains);
    assertThat(wire.inbox().resolve(name)).doesNotExist();
  }

  @Test
  void every_mistake_is_told_at_once_with_its_place() throws Exception {
    byte[] body = "{\"title\":\" \",\"link\":\"x\",\"kind\":\"party\"}".getBytes(UTF_8);
    var problem = Outside.json(wire.posts(JSON, body).body());
    assertThat(problem.path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/title", "/link", "/kind");
  }

  @Test
  void characters_that_no_feed_may_hold_are_taken_out() throws Exception {
    String item = "{\"title\":\"No\\u0000ise\\u0001 in\\ud800 the\\ufffe air\\uffff\"}";
    wire.drops("noise.json", item.getBytes(UTF_8));
    assertThat(wire.receipt("done", "noise.json").path("status").asText()).isEqualTo("accepted");
    await().until(() -> wire.gets("/feeds/all.json").contains("Noise in the air\""));
    for (String feed : List.of("/feeds/all.atom", "/feeds/all.rss")) {
      var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      byte[] bytes = wire.gets(feed).getBytes(UTF_8);
      assertThat(xml.parse(new ByteArrayInputStream(bytes)).getDocumentElement().getTextContent())
          .contains("Noise in the air");
    }
  }

  @Test
  void a_script_is_never_in_a_feed_or_a_page() throws Exception {
    String attack = Files.readString(Path.of("src/test/resources/hostile/item.json"));
    var answer = wire.posts(JSON, attack.getBytes(UTF_8), "Prefer", "wait=20");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String id = Outside.json(answer.body()).path("id").asText();
    var addresses =
        List.of(
            "/feeds/all.atom",
            "/feeds/all.rss",
            "/feeds/all.json",
            "/feeds/malmo.atom",
            "/",
            "/regions/malmo",
            "/items/" + id);
    for (String address : addresses) {
      String body = wire.gets(address);
      assertThat(body).as(address).contains("Harmless words");
      assertThat(body).as(address).doesNotContain("canary-");
      // in JSON a title is plain text, and nothing is markup
      if (!address.endsWith(".json")) {
        assertThat(body)
            .as(address)
            .doesNotContainIgnoringCase("<script>alert")
            .doesNotContainIgnoringCase("<img src=x");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/octet-stream",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: json",
        "X-None: x",
        "Content-Type: application/json\nContent-Encoding: gzip",
        "Content-Type: application/json\nContent-Encoding: br"
      })
  void a_type_that_is_not_taken_is_415_before_the_body(String headers) throws Exception {
    String answer = wire.says(head("Bearer " + wire.token(), headers, 500_000), new byte[0]);
    assertThat(answer).startsWith("HTTP/1.1 415 ").contains("\"status\" : 415");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic dXNlcjpwYXNz", "Token x"})
  void without_the_token_it_is_401_before_the_body(String authorization) throws Exception {
    String answer = wire.says(head(authorization, "Content-Type: " + JSON, 500_000), new byte[0]);
    assertThat(answer)
        .startsWith("HTTP/1.1 401 ")
        .containsIgnoringCase("www-authenticate: Bearer")
        .contains("\"status\" : 401");
  }

  @Test
  void a_body_said_to_be_too_large_is_413_before_it_comes() throws Exception {
    String head = head("Bearer " + wire.token(), "Content-Type: " + JSON, 2_000_000_000);
    assertThat(wire.says(head, new byte[0])).startsWith("HTTP/1.1 413 ").contains("1,048,576");
  }

  @Test
  void a_body_in_pieces_over_the_limit_is_413_for_who_asks_for_http_2_too() throws Exception {
    var pieces = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2_000_000]));
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + wire.port() + "/items"))
            .version(HttpClient.Version.HTTP_2)
            .header("Authorization", "Bearer " + wire.token())
            .header("Content-Type", JSON)
            .POST(pieces);
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("1,048,576");
  }

  @Test
  void a_body_in_pieces_over_the_limit_is_413() throws Exception {
    String head =
        """
        POST /items HTTP/1.1
        Host: x
        Authorization: Bearer %s
        Content-Type: application/json
        Transfer-Encoding: chunked

        """
            .formatted(wire.token());
    byte[] chunk = ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(UTF_8);
    byte[] body = new byte[chunk.length * 66];
    for (int i = 0; i < 66; i++) {
      System.arraycopy(chunk, 0, body, i * chunk.length, chunk.length);
    }
    assertThat(wire.says(head, body)).startsWith("HTTP/1.1 413 ").contains("1,048,576");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: -5",
        "Content-Length: many",
        "Content-Length: 99999999999999999999",
        "Content-Length: 5\nContent-Length: 6",
        "Transfer-Encoding: gzip"
      })
  void a_length_that_cannot_be_is_refused(String headers) throws Exception {
    String head =
        "POST /items HTTP/1.1\nHost: x\nAuthorization: Bearer %s\nContent-Type: %s\n%s\nConnection: close\n\n"
            .formatted(wire.token(), JSON, headers);
    assertThat(wire.says(head, new byte[0])).matches("(?s)HTTP/1\\.[01] 4(00|11|13) .*");
  }

  @Test
  void a_second_content_type_or_a_query_does_not_confuse_the_door() throws Exception {
    byte[] body = "{\"title\":\"Twice\"}".getBytes(UTF_8);
    String twice = "Content-Type: application/json\nContent-Type: text/plain\nConnection: close";
    assertThat(wire.says(head("Bearer " + wire.token(), twice, body.length), body))
        .matches("(?s)HTTP/1.1 (202|400|415) .*");
    String head =
        head("Bearer " + wire.token(), "Content-Type: " + JSON + "\nConnection: close", body.length)
            .replace("/items", "/items?Content-Type=x&CamelHttpResponseCode=500&Prefer=wait%3D1");
    assertThat(wire.says(head, body)).matches("(?s)HTTP/1.1 (20[12]|415) .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void other_methods_are_405(String method) throws Exception {
    String head = method + " /items HTTP/1.1\nHost: x\nContent-Length: 0\nConnection: close\n\n";
    assertThat(wire.says(head, new byte[0])).startsWith("HTTP/1.1 405 ").contains("llow: POST");
  }

  private static String head(String authorization, String headers, long length) {
    return "POST /items HTTP/1.1\nHost: x\n"
        + (authorization.isEmpty() ? "" : "Authorization: " + authorization + "\n")
        + headers
        + "\nContent-Length: "
        + length
        + "\n\n";
  }

  @Test
  void half_a_file_is_left_and_taken_when_it_is_whole() throws Exception {
    Path file = wire.inbox().resolve("half.json");
    Files.writeString(file, "{\"title\":\"Half and");
    stays(file, Duration.ofMillis(1_200));
    Files.writeString(file, " half makes whole\"}", StandardOpenOption.APPEND);
    assertThat(wire.receipt("done", "half.json").path("status").asText()).isEqualTo("accepted");
    await().until(() -> wire.gets("/feeds/all.json").contains("Half and half makes whole"));
  }

  @Test
  void half_a_file_that_stays_so_is_refused_after_a_while() throws Exception {
    Path file = wire.inbox().resolve("broken.json");
    Files.writeString(file, "{\"title\":\"Never");
    stays(file, Duration.ofMillis(1_200));
    assertThat(wire.receipt("refused", "broken.json").toString()).contains("ends too early");
  }

  @ParameterizedTest
  @ValueSource(strings = {"growing.json", "growing.md", "growing.xml"})
  void a_growing_file_is_taken_once_and_whole(String name) throws Exception {
    Path file = wire.inbox().resolve(name);
    var whole =
        switch (name) {
          case "growing.json" -> "{\"title\":\"Growing json\",\"content\":\"a b c d e the end\"}";
          case "growing.md" -> "# Growing md\n\nb c d e f g h i j k l the end\n";
          default ->
              "<entry xmlns='http://www.w3.org/2005/Atom'><title>Growing xml</title>"
                  + "<summary>the end</summary></entry>";
        };
    int step = whole.length() / 8 + 1;
    for (int at = 0; at < whole.length(); at += step) {
      String piece = whole.substring(at, Math.min(whole.length(), at + step));
      Files.writeString(file, piece, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      stays(file, Duration.ofMillis(at + step < whole.length() ? 350 : 0));
    }
    assertThat(wire.receipt("done", name).path("status").asText()).isEqualTo("accepted");
    String title = "Growing " + name.substring(8);
    await().until(() -> wire.gets("/feeds/all.json").contains(title));
    assertThat(wire.gets("/feeds/all.json")).contains("the end").containsOnlyOnce(title + "\"");
    assertThat(wire.home().resolve("refused").resolve(name)).doesNotExist();
  }

  private static void stays(Path file, Duration during) {
    if (!during.isZero()) {
      await()
          .during(during)
          .atMost(during.plusSeconds(2))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> Files.exists(file));
    }
  }

  @Test
  void what_is_not_a_file_is_not_followed_or_read() throws Exception {
    Path inbox = wire.inbox();
    Path secret = Files.writeString(wire.home().resolve("secret.json"), "{\"title\":\"Secret\"}");
    Path folder = Files.createDirectory(inbox.resolve("folder.json"));
    Files.writeString(folder.resolve("inside.json"), "{\"title\":\"Secret inside\"}");
    var strange =
        List.of(
            Files.createSymbolicLink(inbox.resolve("link.json"), secret),
            Files.createSymbolicLink(inbox.resolve("dangling.json"), inbox.resolve("nowhere")),
            Files.createSymbolicLink(inbox.resolve("loop.json"), inbox.resolve("loop.json")),
            Files.createSymbolicLink(inbox.resolve("linked-folder.json"), wire.home()),
            folder,
            fifo(inbox.resolve("fifo.json")),
            Files.writeString(inbox.resolve(".hidden.json"), "{\"title\":\"Secret hidden\"}"),
            Files.writeString(inbox.resolve("a.json.tmp"), "{\"title\":\"Secret unfinished\"}"),
            Files.writeString(inbox.resolve("b.json.part"), "{\"title\":\"Secret part\"}"),
            Files.writeString(inbox.resolve("c.json~"), "{\"title\":\"Secret copy\"}"));
    wire.drops("beside.json", "{\"title\":\"Beside strange things\"}".getBytes(UTF_8));
    assertThat(wire.receipt("done", "beside.json").path("status").asText()).isEqualTo("accepted");
    await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> true);
    assertThat(strange)
        .allMatch(path -> Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS));
    assertThat(wire.gets("/feeds/all.json")).doesNotContain("Secret");
    assertThat(folder.resolve("inside.json")).exists();
  }

  private static Path fifo(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }

  @Test
  void a_name_does_not_lead_to_a_file_outside_the_inbox() throws Exception {
    Path outside = wire.home().resolve("outside.json");
    Files.writeString(outside, "{\"title\":\"Secret outside\"}");
    Files.createDirectory(wire.inbox().resolve("way"));
    wire.drops("way\\..\\..\\outside.json", "{\"title\":\"Only a bait\"}".getBytes(UTF_8));
    await().until(() -> wire.gets("/feeds/all.json").contains("Only a bait"));
    assertThat(wire.gets("/feeds/all.json")).doesNotContain("Secret outside");
    assertThat(outside).exists();
  }

  static List<String> names() {
    return List.of(
        "two\nlines.json",
        "a\\..\\..\\up.json",
        "\u202egnp.exe\u200f.json",
        "a b;rm -rf $HOME`id`'\"&|*?.json",
        "${body}.json",
        "%2e%2e%2fup.json",
        "-rf.json",
        "CAPITALS.JSON",
        "e\u0301.json",
        "\ud83c\udf09.json",
        "x".repeat(250) + ".json",
        "\u00f6".repeat(125) + ".json");
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_strange_name_is_only_a_name(String name) throws Exception {
    String title = "Strange name " + names().indexOf(name) + ".";
    wire.drops(name, "{\"title\":\"%s\"}".formatted(title).getBytes(UTF_8));
    await().until(() -> wire.gets("/feeds/all.json").contains(title));
    await().until(() -> !Files.exists(wire.inbox().resolve(name)));
    try (Stream<Path> done = Files.list(wire.home().resolve("done"))) {
      List<Path> kept = done.filter(file -> holds(file, title)).toList();
      assertThat(kept).hasSize(1);
      assertThat(kept.get(0).resolveSibling(kept.get(0).getFileName() + ".receipt.json")).exists();
      if (name.length() < 100) {
        assertThat(kept.get(0).getFileName()).hasToString(name);
      }
    }
    assertThat(wire.home().resolveSibling("up.json")).doesNotExist();
  }

  private static boolean holds(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"readme.txt", "noextension", "picture.jpg", "json"})
  void a_file_of_another_type_is_refused(String name) throws Exception {
    wire.drops(name, "{\"title\":\"A\"}".getBytes(UTF_8));
    assertThat(wire.receipt("refused", name).toString()).contains("no type the inbox takes");
  }

  @Test
  void an_endless_extension_is_refused_like_any_other() throws Exception {
    String name = "a." + "x".repeat(253);
    wire.drops(name, "{\"title\":\"A\"}".getBytes(UTF_8));
    await().until(() -> !Files.exists(wire.inbox().resolve(name)));
    try (Stream<Path> refused = Files.list(wire.home().resolve("refused"))) {
      assertThat(refused.filter(file -> file.getFileName().toString().startsWith("a.xxx")))
          .hasSize(2);
    }
  }

  @Test
  void two_files_of_one_name_are_both_kept() throws Exception {
    wire.drops("same.json", "{\"title\":\"Same name, first\"}".getBytes(UTF_8));
    wire.receipt("done", "same.json");
    wire.drops("same.json", "{\"title\":\"Same name, second\"}".getBytes(UTF_8));
    wire.receipt("done", "same-2.json");
    assertThat(holds(wire.home().resolve("done/same.json"), "first")).isTrue();
    assertThat(holds(wire.home().resolve("done/same-2.json"), "second")).isTrue();
    await().until(() -> wire.gets("/feeds/all.json").contains("Same name, second"));
    assertThat(wire.gets("/feeds/all.json")).contains("Same name, first");
  }

  @Test
  void the_same_file_twice_is_one_item() throws Exception {
    byte[] body = "{\"title\":\"Sent again\"}".getBytes(UTF_8);
    wire.drops("once.json", body);
    wire.drops("again.json", body);
    JsonNode first = wire.receipt("done", "once.json");
    assertThat(wire.receipt("done", "again.json").path("id")).isEqualTo(first.path("id"));
    await().until(() -> wire.gets("/feeds/all.json").contains("Sent again"));
    wire.drops("later.json", body);
    assertThat(wire.receipt("done", "later.json").path("id")).isEqualTo(first.path("id"));
    wire.stillWorks();
    assertThat(wire.gets("/feeds/all.json")).containsOnlyOnce("\"title\":\"Sent again\"");
  }

  @Test
  void three_thousand_files_at_once_are_all_shown() throws Exception {
    Path waiting = Files.createDirectory(wire.home().resolve("waiting"));
    for (int i = 0; i < 3_000; i++) {
      Files.writeString(
          waiting.resolve("n" + i + ".json"), "{\"title\":\"Flood %d.\"}".formatted(i));
    }
    long start = System.nanoTime();
    for (int i = 0; i < 3_000; i++) {
      Files.move(waiting.resolve("n" + i + ".json"), wire.inbox().resolve("n" + i + ".json"));
    }
    Path done = wire.home().resolve("done");
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> count(done) == 3_000);
    long files = 3_000L * 1_000_000_000L / (System.nanoTime() - start);
    System.out.printf("3,000 files at once: %,d files/s%n", files);
    wire.stillWorks();
    List<String> ids = ids(done);
    assertThat(ids).doesNotHaveDuplicates().hasSize(3_000);
    for (String id : ids) {
      assertThat(wire.gets("/items/" + id)).contains("Flood ");
    }
  }

  private static long count(Path done) throws IOException {
    try (Stream<Path> files = Files.list(done)) {
      return files.filter(file -> file.getFileName().toString().matches("n\\d+\\.json")).count();
    }
  }

  private static List<String> ids(Path done) {
    return IntStream.range(0, 3_000)
        .mapToObj(i -> done.resolve("n" + i + ".json.receipt.json"))
        .map(BadInputJourney::id)
        .toList();
  }

  private static String id(Path receipt) {
    try {
      return Outside.json(Files.readString(receipt)).path("id").asText();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void an_unreadable_file_stays_and_disturbs_nobody() throws Exception {
    Path file = Files.writeString(wire.home().resolve("closed"), "{\"title\":\"Closed\"}");
    Files.setPosixFilePermissions(file, java.util.Set.of());
    org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(file), "root reads everything");
    Files.move(file, wire.inbox().resolve("closed.json"));
    wire.drops("open.json", "{\"title\":\"Open\"}".getBytes(UTF_8));
    wire.receipt("done", "open.json");
    assertThat(wire.inbox().resolve("closed.json")).exists();
  }
}
