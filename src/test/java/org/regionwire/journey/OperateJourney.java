package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.journey.Newsroom.Reply;

/** What an operator sees and decides, from outside. */
class OperateJourney {
  private static final Pattern LINK = Pattern.compile("http://127\\S+/confirm/\\S+");
  private static final String ANN = "ann@example.org";

  @TempDir private Path home;
  private Newsroom newsroom;

  @BeforeEach
  void open() {
    newsroom = new Newsroom(home, Map.of()).opens();
  }

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void only_a_token_opens_the_page_and_no_other_site_presses_its_buttons() throws Exception {
    Reply without = newsroom.gets("/operate");
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.body()).contains("There is no operator’s token yet", "token --operator");
    String token = token();
    assertThat(newsroom.gets("/operate").body()).contains("type=\"password\"");
    assertThat(newsroom.gets("/operate", "Authorization", "Bearer " + token).status())
        .isEqualTo(200);
    String submit = Files.readString(home.resolve("submit.token")).strip();
    for (String wrong : List.of(submit, token + "0", "")) {
      assertThat(newsroom.gets("/operate", "Authorization", "Bearer " + wrong).status())
          .isEqualTo(401);
      assertThat(logsIn(wrong, newsroom.address()).status()).isEqualTo(401);
    }
    assertThat(logsIn(token, "http://evil.example").status()).isEqualTo(403);
    String cookie = cookie(token);
    Reply page = newsroom.gets("/operate", "Cookie", cookie);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-security-policy")).startsWith("default-src 'none'");
    assertThat(page.header("cache-control")).isEqualTo("no-store");
    assertThat(page.body()).doesNotContain("<script");

    for (var foreign : List.of("http://evil.example", "null", "")) {
      assertThat(pauses(cookie, foreign).status()).as("from '%s'", foreign).isEqualTo(403);
    }
    assertThat(count("select count(*) from pause")).isZero();
    assertThat(newsroom.gets("/operate/pause", "Cookie", cookie).status()).isEqualTo(404);
    assertThat(pauses(cookie, newsroom.address()).status()).isEqualTo(303);
    assertThat(count("select count(*) from pause where scope = 'all'")).isOne();
    assertThat(newsroom.gets("/operate?said=paused", "Cookie", cookie).body())
        .contains("Paused: all letters", "Resume");
    assertThat(newsroom.runs("token", "--revoke-operator", "operator")).contains("revoked");
    assertThat(newsroom.gets("/operate", "Cookie", cookie).status()).isEqualTo(401);
    assertThat(filesWith(token)).as("nothing but the hash is kept").isEmpty();
  }

  @Test
  void a_letter_in_doubt_is_decided_on_and_a_preview_writes_nothing() throws Exception {
    subscribes();
    publishes("A bridge");
    runs(1);
    publishes("A tower");
    alter(
        "update letter set state = 'uncertain', settled_at = 0, not_before = 9999999999999,"
            + " remind_at = 9999999999999, reply = 'no answer' where kind = 'digest'");
    String bearer = "Bearer " + token();
    String letter = text("select id from letter where kind = 'digest'");
    Reply page = newsroom.gets("/operate", "Authorization", bearer);
    assertThat(page.body()).contains(letter, "no answer", "example.org").doesNotContain(ANN);

    var before = rows();
    assertThat(acts(bearer, "/operate/preview", "to=ann%40example.org").body())
        .contains("A tower", "a…@e….org", "dead-in-a-preview", "sandbox")
        .doesNotContain(ANN);
    Reply framed =
        newsroom.gets(
            "/operate/preview/letter?selection=brussels&language=sv", "Authorization", bearer);
    assertThat(framed.header("content-security-policy")).startsWith("sandbox;");
    assertThat(framed.body()).contains("A tower", "lang=\"sv\"");
    assertThat(newsroom.gets("/operate/preview?selection=nowhere", "Authorization", bearer))
        .satisfies(
            reply -> {
              assertThat(reply.status()).isEqualTo(422);
              assertThat(reply.body()).contains("there is no region");
            });
    String item = text("select id from item order by first_sequence desc limit 1");
    assertThat(newsroom.runs("digest", "preview", "--item", item))
        .contains("1 person asks for what it is; 1 have not got it", "A tower");
    assertThat(acts(bearer, "/operate/letters", "address=ann%40example.org").body())
        .contains("uncertain", "no answer")
        .doesNotContain(ANN);
    assertThat(rows()).isEqualTo(before);

    acts(bearer, "/operate/decide", "decision=sent&letter=" + letter);
    assertThat(text("select state from letter where kind = 'digest'")).isEqualTo("accepted");
    assertThat(acts(bearer, "/operate/decide", "decision=again&all=yes").header("location"))
        .endsWith("said=not-in-doubt");
    assertThat(acts(bearer, "/operate/decide", "decision=burn&all=yes").status()).isEqualTo(422);
    assertThat(acts(bearer, "/operate/pause", "scope=selection&name=malmoo").body())
        .contains("there is no region");
    assertThat(count("select count(*) from pause")).isZero();
  }

  private String token() {
    return newsroom.runs("token", "--operator").strip().lines().reduce("", (a, b) -> b);
  }

  private Reply logsIn(String token, String origin) throws IOException {
    return newsroom.postsForm("/operate/login", "token=" + token, "Origin", origin);
  }

  private String cookie(String token) throws IOException {
    Reply reply = logsIn(token, newsroom.address());
    assertThat(reply.status()).isEqualTo(303);
    assertThat(reply.header("set-cookie"))
        .containsIgnoringCase("HttpOnly")
        .contains("SameSite=Strict", "Path=/operate");
    return reply.header("set-cookie").replaceFirst(";.*", "");
  }

  private Reply pauses(String cookie, String origin) throws IOException {
    return origin.isEmpty()
        ? newsroom.postsForm("/operate/pause", "scope=all", "Cookie", cookie)
        : newsroom.postsForm("/operate/pause", "scope=all", "Cookie", cookie, "Origin", origin);
  }

  private Reply acts(String bearer, String path, String fields) throws IOException {
    return newsroom.postsForm(path, fields, "Authorization", bearer);
  }

  private void subscribes() throws IOException {
    String fields = "email=ann%40example.org&regions=brussels&time=08%3A00&zone=UTC";
    assertThat(newsroom.postsForm("/subscriptions", fields).status()).isEqualTo(202);
    await().atMost(Duration.ofSeconds(30)).until(() -> !newsroom.files("outbox").isEmpty());
    String mail = Files.readString(home.resolve("outbox").resolve(newsroom.files("outbox").get(0)));
    var link = LINK.matcher(mail.replace("=\r\n", "").replace("=3D", "="));
    assertThat(link.find()).isTrue();
    assertThat(newsroom.postsForm(link.group(), "").status()).isEqualTo(200);
  }

  private void publishes(String title) throws IOException {
    byte[] item =
        "{\"title\": \"%s\", \"regions\": [\"brussels\"]}"
            .formatted(title)
            .getBytes(StandardCharsets.UTF_8);
    assertThat(newsroom.posts("application/json", item, "Prefer", "wait=20").status())
        .isEqualTo(201);
  }

  private void runs(int days) {
    var at = LocalDate.now(ZoneOffset.UTC).plusDays(days).atTime(8, 30).atOffset(ZoneOffset.UTC);
    newsroom.runs("digest", "run", "--at", at.toString());
  }

  private List<Path> filesWith(String words) throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().endsWith(".log"))
          .filter(file -> holds(file, words))
          .toList();
    }
  }

  private static boolean holds(Path file, String words) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Connection database() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + home.resolve("regionwire.db"));
  }

  private void alter(String sql) throws SQLException {
    try (var connection = database();
        var statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout = 30000");
      statement.executeUpdate(sql);
    }
  }

  private long count(String sql) throws SQLException {
    return Long.parseLong(text(sql));
  }

  private String text(String sql) throws SQLException {
    try (var connection = database();
        var result = connection.createStatement().executeQuery(sql)) {
      return result.getString(1);
    }
  }

  /** Every row of every table, but for what rounds write from time to time. */
  private Map<String, List<String>> rows() throws SQLException {
    var all = new TreeMap<String, List<String>>();
    try (var connection = database();
        var tables =
            connection
                .createStatement()
                .executeQuery(
                    "select name from sqlite_master where type = 'table'"
                        + " and name not in ('tally', 'digest_state')")) {
      while (tables.next()) {
        all.put(tables.getString(1), rows(connection, tables.getString(1)));
      }
    }
    return all;
  }

  private static List<String> rows(Connection connection, String table) throws SQLException {
    var rows = new ArrayList<String>();
    try (var row = connection.createStatement().executeQuery("select * from " + table)) {
      while (row.next()) {
        var values = new ArrayList<String>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          Object value = row.getObject(i);
          values.add(
              value instanceof byte[] bytes
                  ? HexFormat.of().formatHex(bytes)
                  : String.valueOf(value));
        }
        rows.add(values.toString());
      }
    }
    rows.sort(null);
    return rows;
  }
}
