package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Database;
import org.regionwire.broker.Broker;
import org.regionwire.operate.operators.JdbiOperators;
import picocli.CommandLine;

/** What an operator sees and does, in a wire whose broker can be given what fails. */
class OperatorPagesTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Pattern MADE = Pattern.compile("value=\"(rw_[0-9a-f]{12}_[^\"]{43})\"");

  @TempDir private static Path home;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static WireInside wire;
  private static String operator;

  @BeforeAll
  static void start() throws Exception {
    wire = new WireInside(home, Map.of(), () -> {});
    System.setProperty("regionwire.home", home.toString());
    System.setProperty("regionwire.http.port", Integer.toString(wire.settings.port));
    try (var database = Database.open(wire.settings.database)) {
      operator = new JdbiOperators(database).make("ann", "0123456789abcdef", Clock.systemUTC());
    }
  }

  @AfterAll
  static void stop() throws Exception {
    System.clearProperty("regionwire.home");
    System.clearProperty("regionwire.http.port");
    wire.close();
  }

  private static HttpRequest.Builder request(String path, String token) {
    return HttpRequest.newBuilder(URI.create(wire.settings.base + path))
        .header("Authorization", "Bearer " + token);
  }

  private static String page(String path) throws Exception {
    var reply = CLIENT.send(request(path, operator).build(), BodyHandlers.ofString());
    assertThat(reply.statusCode()).as(path).isEqualTo(200);
    return reply.body();
  }

  private static HttpResponse<String> posts(String path, String form) throws Exception {
    return CLIENT.send(
        request(path, operator)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonNode submits(String token, String json) throws Exception {
    return submits(token, json, "wait=20");
  }

  private static JsonNode submits(String token, String json, String prefer) throws Exception {
    var reply =
        CLIENT.send(
            request("/items", token)
                .header("Content-Type", "application/json")
                .header("Prefer", prefer)
                .POST(BodyPublishers.ofString(json))
                .build(),
            BodyHandlers.ofString());
    var answer = new JsonMapper().readTree(reply.body());
    return ((com.fasterxml.jackson.databind.node.ObjectNode) answer)
        .put("code", reply.statusCode());
  }

  private static String submitToken() throws Exception {
    return Files.readString(wire.settings.token()).strip();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String runs(Object command, int exit, String... arguments) {
    var out = new StringWriter();
    int code = new CommandLine(command).setOut(new PrintWriter(out)).execute(arguments);
    assertThat(code).as(out.toString()).isEqualTo(exit);
    return out.toString();
  }

  private static void queues(String text) throws Exception {
    try (var connection = wire.wiring.broker().connections(2_000).createConnection();
        var session = connection.createSession()) {
      var message = session.createBytesMessage();
      message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      session.createProducer(session.createQueue(Broker.ACCEPTED)).send(message);
    }
    await().atMost(SOON).until(() -> wire.wiring.broker().depth(Broker.DEAD) > 0);
  }

  /** The broker counts a moment after it has answered. */
  private static void areParked(long many) {
    await()
        .untilAsserted(() -> assertThat(wire.wiring.broker().depth(Broker.DEAD)).isEqualTo(many));
  }

  @Test
  void what_is_parked_is_tried_mended_and_put_back_by_command_and_page() throws Exception {
    String first =
        submits(submitToken(), "{\"title\": \"Pattern\", \"regions\": [\"malmo\"]}")
            .path("id")
            .asText();
    assertThat(first).isNotEmpty();
    assertThat(runs(new ParkedCommand(), 0)).contains("nothing is parked");
    queues("{broken");

    String listed = runs(new ParkedCommand(), 0);
    assertThat(listed).contains("ID:", "in archive", "not an enriched item");
    JsonNode json = new JsonMapper().readTree(runs(new ParkedCommand(), 0, "--json"));
    assertThat(json).hasSize(1);
    String id = json.get(0).path("id").asText();
    assertThat(json.get(0).path("text").asText()).isEqualTo("{broken");
    assertThat(page("/operate/parked")).contains("{broken", "Only try all");
    await().atMost(SOON).until(() -> page("/operate/figures").contains("items that wait for you"));

    assertThat(runs(new ReplayCommand(), 1, "--all")).contains("stays parked", "0 of 1 put back");
    String item =
        """
        {"item": {"id": "%s", "origin": {"sender": "newsroom", "key": "k 1", "bodyHash": "00",
          "received": "2026-11-22T10:00:00Z"}, "title": "Mended by hand", "regions": ["malmo"]},
         "regions": [{"region": "malmo", "how": "NAMED", "primary": true, "confidence": 1.0,
           "why": "named by the sender", "mentions": []}]}
        """
            .formatted("0".repeat(25) + "1");
    Path file = Files.writeString(home.resolve("mended.json"), item);
    String tried = runs(new ReplayCommand(), 0, id, "--text", file.toString(), "--dry-run");
    assertThat(tried).contains("Mended by hand: is published as a new item, for malmo", "1 of 1");
    areParked(1);

    var page = posts("/operate/replay", "act=replay&id=" + escaped(id) + "&text=" + escaped(item));
    assertThat(page.body()).contains("1 of 1 were put back", "Mended by hand");
    await().atMost(SOON).until(() -> page("/feeds/malmo.atom").contains("Mended by hand"));
    areParked(0);
    assertThat(runs(new ReplayCommand(), 1, id)).contains("is not parked any more");
    assertThat(posts("/operate/replay", "act=burn").statusCode()).isEqualTo(422);
    assertThat(posts("/operate/replay.json", "act=replay").statusCode()).isEqualTo(422);
  }

  @Test
  void a_token_made_on_the_page_is_shown_once_and_sends_until_it_is_revoked() throws Exception {
    var wrong = posts("/operate/senders", "sender=Not%20ok&regions=malmoo&rate=-1&expires=soon");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("the name of a sender", "no region is called", "the rate is", "its end is never");
    String form = "sender=malmo-port&regions=malmo%2C+se-m&rate=70&expires=P9D&once=abc";
    var made = posts("/operate/senders", form);
    var found = MADE.matcher(made.body());
    assertThat(found.find()).isTrue();
    String token = found.group(1);
    assertThat(posts("/operate/senders", form).statusCode()).as("a reload").isEqualTo(409);
    String list = page("/operate/senders");
    assertThat(list).contains("malmo-port", "malmo, skane", "70").doesNotContain(token);

    await()
        .atMost(SOON)
        .until(() -> submits(token, "{\"title\": \"Quay\"}").path("code").asInt() == 201);
    assertThat(page("/operate/news?sender=malmo-port")).contains("Quay").doesNotContain("Pattern");
    var revoked = posts("/operate/senders/revoke", "token=" + token.substring(3, 15));
    assertThat(revoked.headers().firstValue("Location")).contains("/operate/senders?said=revoked");
    assertThat(page("/operate/senders?said=revoked")).contains("works no more");
    await()
        .atMost(SOON)
        .until(() -> submits(token, "{\"title\": \"Quay\"}").path("code").asInt() == 401);
  }

  @Test
  void what_came_in_is_found_by_region_and_words_and_says_where_it_is() throws Exception {
    String token = submitToken();
    submits(token, "{\"title\": \"A lighthouse\", \"regions\": [\"tallinn\"]}");
    submits(token, "{\"title\": \"A harbour\", \"regions\": [\"tallinn\"]}");
    submits(
        token,
        "{\"title\": \"A secret lighthouse\", \"regions\": [\"tallinn\"],"
            + " \"publishAt\": \"2099-01-01T00:00:00Z\"}",
        "respond-async");
    await()
        .atMost(SOON)
        .until(() -> page("/operate/news?region=tallinn&q=lighthouse").contains("embargoed"));
    assertThat(page("/operate/news?region=tallinn&q=lighthouse"))
        .contains(
            "A lighthouse", "A secret lighthouse", "on feeds", "/feeds/tallinn.atom", "/status")
        .doesNotContain("A harbour");
    for (int i = 0; i < 30; i++) {
      submits(token, "{\"title\": \"Ferry " + i + "\", \"regions\": [\"turku\"]}");
    }
    String newest = page("/operate/news?region=turku");
    assertThat(newest).contains("Ferry 29", "Ferry 5<").doesNotContain("Ferry 4<");
    var older = Pattern.compile("href=\"(/operate/news\\?[^\"]*before=\\d+)\"").matcher(newest);
    assertThat(older.find()).isTrue();
    assertThat(page(older.group(1).replace("&amp;", "&")))
        .contains("Ferry 4<", "Ferry 0<")
        .doesNotContain("Ferry 5<", "rel=\"next\"");
    var mistyped = request("/operate/news?region=turkuu", operator).build();
    assertThat(CLIENT.send(mistyped, BodyHandlers.ofString()))
        .satisfies(reply -> assertThat(reply.statusCode()).isEqualTo(422))
        .satisfies(reply -> assertThat(reply.body()).contains("turku"));
  }

  @Test
  void figures_are_drawn_and_told_as_a_table() throws Exception {
    submits(submitToken(), "{\"title\": \"Counted\"}");
    assertThat(submits(submitToken(), "{\"title\": \" \"}").path("code").asInt()).isEqualTo(422);
    CLIENT.send(
        HttpRequest.newBuilder(URI.create(wire.settings.base + "/feeds/kiruna+!sweden.atom"))
            .build(),
        BodyHandlers.ofString());
    await().atMost(SOON).until(() -> page("/operate/figures").contains("class=\"look2 area\" x"));
    // told when it was first looked for
    await().atMost(SOON).until(() -> page("/operate/figures").contains("Letters reminded of"));
    assertThat(page("/operate/figures"))
        .contains("<title id=\"items-title\">Items an hour</title>", "role=\"img\"", "<th scope=")
        .contains("kiruna+!sweden", "never: what it asks for lies in what it leaves out")
        .contains("Letters reminded of", "news.accepted")
        .doesNotContain("<script", "style=");
    assertThat(page("/operate/figures?by=day")).contains("The last 30 days", "Items a day");
  }

  @Test
  void a_pass_of_a_command_opens_the_door_and_another_seal_does_not() throws Exception {
    String forged = "command.9999999999.0123456789";
    var reply =
        CLIENT.send(request("/operate/parked.json", forged).build(), BodyHandlers.ofString());
    assertThat(reply.statusCode()).isEqualTo(401);
    assertThat(OwnWire.of(wire.settings).gets("/operate/parked.json").isArray()).isTrue();
  }
}
