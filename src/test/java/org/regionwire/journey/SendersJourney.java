package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens of senders, from the command that makes one to the one that takes it back. */
class SendersJourney {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String PROBLEM = "application/problem+json";

  @TempDir private static Path home;
  private static DoorWire wire;

  @BeforeAll
  static void open() {
    wire = new DoorWire(home, Map.of("limit.sender", "1000"));
  }

  @AfterAll
  static void close() {
    wire.close();
  }

  private static String made(String... arguments) {
    String token = wire.makesToken(arguments);
    await().atMost(SOON).until(() -> dryRun(token) == 200);
    return token;
  }

  private static int dryRun(String token) throws Exception {
    return wire.changes("POST", "/items?dry-run=true", token, "{\"title\": \"Try\"}").statusCode();
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }

  private static String feed(String name) throws Exception {
    return wire.asks("GET", "/feeds/" + name, "").body();
  }

  @Test
  void a_token_sends_for_its_regions_and_no_others() throws Exception {
    String token = made("malmo-port", "--regions", "malmo");
    var own = wire.posts(token, "Pier one", ", \"regions\": [\"malmo\"]", "Prefer", "wait=20");
    assertThat(own.statusCode()).as(own.body()).isEqualTo(201);
    assertThat(feed("malmo.json")).contains("Pier one");
    assertThat(feed("sweden.json")).contains("Pier one");

    var other = wire.posts(token, "Pier two", ", \"regions\": [\"malmo\", \"oslo\"]");
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.headers().firstValue("Content-Type")).contains(PROBLEM);
    assertThat(json(other.body()).at("/errors/0/pointer").asText()).isEqualTo("/regions");
    assertThat(json(other.body()).at("/errors/0/detail").asText())
        .isEqualTo("has oslo, but this token sends for malmo only");

    var told = wire.posts(token, "The fair opens in Oslo", "", "Prefer", "wait=20");
    assertThat(told.statusCode()).as(told.body()).isEqualTo(201);
    assertThat(feed("oslo.json")).doesNotContain("The fair opens");
    assertThat(feed("oslo.json?mentions=true")).contains("The fair opens");
    assertThat(feed("all.json")).doesNotContain("Pier two");
  }

  @Test
  void a_token_with_regions_changes_only_what_its_sender_sent() throws Exception {
    String first = made("lund-lab", "--regions", "lund");
    String second = made("lund-lab", "--regions", "lund");
    String other = made("ystad-lab", "--regions", "lund");
    String lund = ", \"regions\": [\"lund\"]";
    var posted = wire.posts(first, "A beam", lund, "Prefer", "wait=20");
    String id = json(posted.body()).path("id").asText();
    String path = "/items/" + id;
    String change = "{\"title\": \"Another beam\"" + lund + "}";

    var refused = wire.changes("PUT", path, other, change);
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
    assertThat(refused.body()).contains("not of ystad-lab");
    assertThat(wire.changes("DELETE", path, other, "{\"reason\": \"x\"}").statusCode())
        .isEqualTo(403);
    String tag = "tag:regionwire.org,2026:item:" + id;
    String withdrawal = "{\"id\": \"" + tag + "\", \"withdraw\": true, \"reason\": \"x\"}";
    assertThat(wire.changes("POST", "/items", other, withdrawal).statusCode()).isEqualTo(403);
    assertThat(feed("lund.json")).contains("A beam");

    assertThat(wire.changes("PUT", path, wire.submitToken(), change).statusCode()).isEqualTo(200);
    assertThat(wire.changes("PUT", path, second, change.replace("Another", "A third")).statusCode())
        .as("the sender's other token, after the newsroom mended it")
        .isEqualTo(200);
    assertThat(wire.changes("DELETE", path, second, "{\"reason\": \"x\"}").statusCode())
        .isEqualTo(200);
    assertThat(revisions(path, first)).isEqualTo(200);
    assertThat(revisions(path, wire.submitToken())).isEqualTo(200);
    assertThat(revisions(path, other)).isEqualTo(410);
    assertThat(revisions(path, "nobody")).isEqualTo(410);
  }

  private static int revisions(String path, String token) throws Exception {
    return wire.asks("GET", path + "/revisions", "", "Authorization", "Bearer " + token)
        .statusCode();
  }

  @Test
  void keys_and_ids_of_two_senders_never_meet() throws Exception {
    String one = made("sender-one");
    String two = made("sender-two");
    String own = ", \"id\": \"7\"";
    String first =
        json(wire.posts(one, "One", own, "Idempotency-Key", "k").body()).path("id").asText();
    String second =
        json(wire.posts(two, "Two", own, "Idempotency-Key", "k").body()).path("id").asText();
    assertThat(first).isNotEqualTo(second).isNotEmpty();
    String again =
        json(wire.posts(one, "One", own, "Idempotency-Key", "k").body()).path("id").asText();
    assertThat(again).isEqualTo(first);
  }

  @Test
  void a_revoked_token_is_refused_within_seconds_and_the_list_says_so() throws Exception {
    String token = made("old-sender", "--regions", "malmo,no", "--rate", "70");
    assertThat(wire.posts(token, "Still here", "").statusCode()).isEqualTo(202);
    String id = token.substring(3, 15);
    // each look is a process of its own
    await().atMost(Duration.ofSeconds(60)).until(() -> !line(id).contains(" never  70"));
    assertThat(line(id)).contains("old-sender", "valid", "malmo,norway");
    assertThat(wire.newsroom.runs("token", "revoke", id)).contains(id + " is revoked");
    await().atMost(SOON).until(() -> wire.posts(token, "Gone", "").statusCode() == 401);
    var refused = wire.posts(token, "Gone", "");
    assertThat(refused.body()).contains("this token was revoked");
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("invalid_token");
    assertThat(line(id)).contains("revoked");
  }

  private static String line(String id) {
    return wire.newsroom
        .runs("token", "list")
        .lines()
        .filter(l -> l.startsWith(id))
        .reduce((a, b) -> b)
        .get();
  }

  @Test
  void a_token_ends_at_its_time() throws Exception {
    String token = wire.makesToken("brief", "--expires", "PT20S");
    await().atMost(SOON).until(() -> dryRun(token) == 200);
    await().atMost(Duration.ofSeconds(40)).until(() -> dryRun(token) == 401);
    assertThat(wire.posts(token, "Late", "").body()).contains("this token expired at 20");
  }

  @Test
  void too_much_with_one_token_is_429_and_disturbs_no_other() throws Exception {
    String hasty = wire.makesToken("hasty", "--rate", "5");
    String calm = made("calm");
    await().atMost(SOON).until(() -> wire.posts(hasty, "First", "").statusCode() == 202);
    for (int i = 0; i < 4; i++) {
      assertThat(wire.posts(hasty, "Next " + i, "").statusCode()).isEqualTo(202);
    }
    var late = wire.posts(hasty, "Too much", "");
    assertThat(late.statusCode()).isEqualTo(429);
    assertThat(late.headers().firstValue("Content-Type")).contains(PROBLEM);
    assertThat(Integer.parseInt(late.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 12);
    assertThat(wire.posts(calm, "Calm", "", "Prefer", "wait=20").statusCode()).isEqualTo(201);
    assertThat(feed("all.json")).doesNotContain("Too much");
  }

  @Test
  void what_a_token_is_stands_nowhere_in_the_house() throws Exception {
    String token = made("secretive");
    wire.posts(token, "Said nowhere", "", "Prefer", "wait=20");
    assertThat(wire.newsroom.runs("token", "list")).doesNotContain(token.substring(16));
    byte[] secret = token.substring(16).getBytes(StandardCharsets.UTF_8);
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean ours = file.getFileName().toString().startsWith("command-");
        assertThat(ours || !holds(Files.readAllBytes(file), secret)).as(file.toString()).isTrue();
      }
    }
  }

  private static boolean holds(byte[] bytes, byte[] part) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  @Test
  void the_submit_token_is_what_the_command_prints_and_works() throws Exception {
    assertThat(wire.newsroom.runs("token").strip()).isEqualTo(wire.submitToken());
    assertThat(wire.posts(wire.submitToken(), "As ever", "").statusCode()).isEqualTo(202);
  }

  @Test
  void a_mistake_in_a_command_is_told() {
    assertMistake("no region is called \"malmoe\"", "token", "new", "x", "--regions", "malmoe");
    assertMistake("the name of a sender", "token", "new", "Malmö Port");
    assertMistake("is over already", "token", "new", "x", "--expires", "2020-01-01");
    assertMistake("its end is never", "token", "new", "x", "--expires", "soon");
    assertMistake("is no token", "token", "revoke", "000000000000");
  }

  private static void assertMistake(String what, String... command) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> wire.newsroom.runs(command))
        .hasMessageContaining(what);
  }
}
