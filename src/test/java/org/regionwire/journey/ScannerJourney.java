package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail scanners follow every link of every letter before anyone reads it. */
class ScannerJourney {
  private static final int PEOPLE = 1000;
  private static final Pattern LINK = Pattern.compile("http://127[^\\s\"<>]+");

  @TempDir private Path home;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore atOnce = new Semaphore(16);

  @Test
  void following_every_link_of_a_thousand_letters_changes_no_row() throws Exception {
    try (var newsroom = new Newsroom(home, Map.of()).opens()) {
      var base = newsroom.address();
      each(numbers(), who -> post(base + "/subscriptions", "email=p" + who + "%40example.org"));
      await().atMost(Duration.ofSeconds(180)).until(() -> letters().size() == PEOPLE);
      var confirming = links().stream().filter(link -> link.contains("/confirm/")).toList();
      assertThat(confirming).hasSize(PEOPLE);
      followAll(confirming);
      assertThat(count("select count(*) from subscription where state = 'active'")).isZero();
      each(confirming, link -> post(link, ""));
      assertThat(newsroom.posts("application/json", event(), "Prefer", "wait=30").status())
          .isEqualTo(201);
      runs(newsroom);
      var links = links();
      assertThat(links.stream().filter(link -> link.contains("/manage/"))).hasSize(PEOPLE);
      assertThat(links.stream().filter(link -> link.contains("/unsubscribe/"))).hasSize(PEOPLE);
      assertThat(links).anyMatch(link -> link.endsWith(".ics"));

      var before = rows();
      followAll(links);
      assertThat(rows()).isEqualTo(before);
      assertThat(count("select count(*) from subscription where state = 'active'"))
          .isEqualTo(PEOPLE);
    }
  }

  private void followAll(Collection<String> links) {
    each(links, link -> request(link, "HEAD", ""));
    each(links, link -> request(link, "GET", ""));
  }

  private static List<String> numbers() {
    return IntStream.range(0, PEOPLE).mapToObj(Integer::toString).toList();
  }

  private static byte[] event() {
    return "{\"title\": \"A fair\", \"regions\": [\"malmo\"], \"event\": {\"start\": \"2031-05-09\"}}"
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void runs(Newsroom newsroom) {
    var at = LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(LocalTime.NOON);
    newsroom.runs("digest", "run", "--at", at.atOffset(ZoneOffset.UTC).toString());
  }

  /** All succeed, some at once. */
  private void each(
      Collection<String> all, Function<String, CompletableFuture<HttpResponse<String>>> ask) {
    var answers = new ArrayList<CompletableFuture<Void>>();
    for (String one : all) {
      atOnce.acquireUninterruptibly();
      answers.add(
          ask.apply(one)
              .whenComplete((answer, failure) -> atOnce.release())
              .thenAccept(answer -> assertThat(answer.statusCode()).as(one).isLessThan(300)));
    }
    answers.forEach(CompletableFuture::join);
  }

  private CompletableFuture<HttpResponse<String>> post(String address, String form) {
    return request(address, "POST", form);
  }

  private CompletableFuture<HttpResponse<String>> request(
      String address, String method, String form) {
    var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    if (method.equals("POST")) {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    boolean empty = form.isEmpty();
    request.method(method, empty ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private List<Path> letters() throws IOException {
    if (!Files.isDirectory(home.resolve("outbox"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(home.resolve("outbox"))) {
      return files.filter(file -> file.toString().endsWith(".eml")).toList();
    }
  }

  /** In headers, text and HTML, each once. */
  private Set<String> links() throws IOException {
    var links = new TreeSet<String>();
    for (Path letter : letters()) {
      String text = Files.readString(letter).replace("=\r\n", "").replace("=3D", "=");
      LINK.matcher(text).results().forEach(found -> links.add(found.group()));
    }
    return links;
  }

  private long count(String sql) throws SQLException {
    try (var database =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("regionwire.db"));
        var statement = database.createStatement();
        var row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  /** Of all that is known of persons and letters, by table. */
  private Map<String, Set<String>> rows() throws SQLException {
    var rows = new TreeMap<String, Set<String>>();
    try (var database =
            DriverManager.getConnection("jdbc:sqlite:" + home.resolve("regionwire.db"));
        var statement = database.createStatement()) {
      for (String table :
          List.of("subscriber", "subscription", "letter", "sent", "suppression", "returned")) {
        var all = new TreeSet<String>();
        try (var row = statement.executeQuery("select * from " + table)) {
          while (row.next()) {
            var values = new StringBuilder();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
              values.append(row.getString(i)).append('|');
            }
            all.add(values.toString());
          }
        }
        rows.put(table, all);
      }
    }
    return rows;
  }
}
