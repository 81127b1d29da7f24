package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.journey.BadSubmissions.Row;

/** Requests that are wrong: each gets its answer. */
abstract class BadRequests extends OnOneWire {
  private static final String JSON = "application/json";

  BadRequests(Outside wire) {
    super(wire);
  }

  @ParameterizedTest
  @MethodSource("org.regionwire.journey.BadSubmissions#all")
  void a_request_gets_its_answer(Row row) throws Exception {
    var answer = wire.posts(row.kind().type, row.body());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.status());
    assertThat(row.says()).as(answer.body()).allMatch(answer.body()::contains);
    if (row.status() >= 400) {
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      assertThat(Outside.json(answer.body()).path("status").asInt()).isEqualTo(row.status());
    }
  }

  @Test
  void every_mistake_is_told_at_once_with_its_place() throws Exception {
    byte[] body = "{\"title\":\" \",\"link\":\"x\",\"kind\":\"party\"}".getBytes(UTF_8);
    var problem = Outside.json(wire.posts(JSON, body).body());
    assertThat(problem.path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/title", "/link", "/kind");
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
}
