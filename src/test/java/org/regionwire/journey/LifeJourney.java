package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.journey.Newsroom.Reply;

/** The life of an item as its sender and its readers see it. */
class LifeJourney {
  private static final String JSON = "application/json";
  private static final List<String> FORMATS = List.of("rss", "atom", "json");
  @TempDir private static Path home;
  private static Newsroom newsroom;

  @BeforeAll
  static void open() {
    newsroom = new Newsroom(home, Map.of()).opens();
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  @Test
  void a_correction_is_seen_everywhere_and_a_minor_one_is_silent() throws IOException {
    String id = published("Pier opens in Tallinn");
    Entry first = entry("tallinn.atom", id);
    String updated = updated(id);

    assertThat(puts(id, "{\"title\": \"Pier opens in Tallinn!\"," + correction("minor", "")))
        .extracting(Reply::status, reply -> reply.json().path("revision").asInt())
        .containsExactly(200, 2);
    assertThat(updated(id)).isEqualTo(updated);
    for (String format : FORMATS) {
      Entry entry = entry("tallinn." + format, id);
      assertThat(entry.title()).isEqualTo("Pier opens in Tallinn!");
      assertThat(entry.published()).isEqualTo(first.published());
    }

    awaitNextSecond();
    puts(id, "{\"title\": \"Two piers open in Tallinn\"}");
    assertThat(Instant.parse(updated(id))).isAfter(Instant.parse(updated));
    assertThat(newsroom.page("/items/" + id)).contains("Two piers", "</span>Two piers open</ins>");
  }

  @Test
  void a_material_correction_is_said_in_feeds_and_on_the_page() throws IOException {
    String id = published("Bridge closes in Tallinn");
    Reply reply =
        puts(
            id,
            "{\"title\": \"Bridge stays open in Tallinn\","
                + correction("material", "It does <not> close."));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(newsroom.gets("/feeds/tallinn.json").json().at("/items/0/summary").asText())
        .startsWith("Correction: It does <not> close.");
    for (String format : FORMATS) {
      assertThat(entry("tallinn." + format, id).html()).contains("It does &lt;not&gt; close.");
    }
    assertThat(newsroom.page("/items/" + id))
        .contains("<strong>Correction</strong>", "It does &lt;not&gt; close.");
  }

  @Test
  void a_material_correction_without_a_note_is_refused() throws IOException {
    String id = published("Note in Tallinn");
    Reply reply = puts(id, "{\"title\": \"x\", \"correction\": {\"class\": \"material\"}}");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("/correction");
  }

  @Test
  void a_withdrawn_item_leaves_a_tombstone_and_nothing_else() throws IOException {
    String id = published("Ferry stops in Vilnius");
    for (String format : FORMATS) {
      assertThat(newsroom.feed("vilnius." + format)).isNotEmpty();
    }
    Reply reply = withdraws(id, "The ferry runs & runs.");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().path("status").asText()).isEqualTo("withdrawn");

    for (String format : FORMATS) {
      assertThat(newsroom.feed("vilnius." + format)).isEmpty();
      assertThat(newsroom.gets("/feeds/all." + format).body()).doesNotContain("Ferry stops");
    }
    assertThat(newsroom.gets("/feeds/vilnius.atom").body())
        .contains("deleted-entry", "ref=\"tag:regionwire.org,2026:item:" + id + "\"")
        .contains("The ferry runs &amp; runs.");
    var deleted = newsroom.gets("/feeds/vilnius.json").json().at("/_deleted/items/0");
    assertThat(deleted.path("id").asText()).endsWith(id);
    assertThat(deleted.path("reason").asText()).isEqualTo("The ferry runs & runs.");
    assertThat(newsroom.page("/")).doesNotContain("Ferry stops");

    Reply page = newsroom.gets("/items/" + id, "Accept", "text/html");
    assertThat(page.status()).isEqualTo(410);
    assertThat(page.body()).contains("The ferry runs &amp; runs.").doesNotContain("Ferry stops");
    Reply json = newsroom.gets("/items/" + id, "Accept", JSON);
    assertThat(json.status()).isEqualTo(410);
    assertThat(json.json().path("reason").asText()).isEqualTo("The ferry runs & runs.");
    assertThat(newsroom.gets("/items/" + id + "/revisions/1").status()).isEqualTo(410);
    assertThat(newsroom.gets("/items/" + id + "/status").body()).contains("\"withdrawn\"");
  }

  @Test
  void what_is_withdrawn_comes_back_when_it_is_sent_again() throws IOException {
    String id = published("Tram starts in Warsaw");
    withdraws(id, "Too early.");
    assertThat(puts(id, "{\"title\": \"Tram starts in Warsaw\"}").status()).isEqualTo(200);
    assertThat(newsroom.feed("warsaw.rss")).hasSize(1);
    assertThat(newsroom.gets("/feeds/warsaw.atom").body()).doesNotContain("deleted-entry");
    assertThat(newsroom.page("/items/" + id)).contains("Brought back", "Too early.");
  }

  @Test
  void a_withdrawal_needs_a_reason_and_an_item() throws IOException {
    String id = published("Reason in Tallinn");
    Reply reply = newsroom.changes("DELETE", "/items/" + id, "");
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body()).contains("/reason");
    String nobody = "0".repeat(26);
    assertThat(withdraws(nobody, "x").status()).isEqualTo(404);
    assertThat(puts(nobody, "{\"title\": \"x\"}").status()).isEqualTo(404);
    assertThat(puts("no-id", "{\"title\": \"x\"}").status()).isEqualTo(404);
    assertThat(newsroom.changes("DELETE", "/items/" + id + "?reason=because", "").status())
        .isEqualTo(200);
  }

  @Test
  void of_many_who_change_the_same_revision_one_wins() throws Exception {
    String id = published("Race in Tallinn");
    String tag = newsroom.gets("/items/" + id, "Accept", JSON).header("etag");
    List<Callable<Reply>> changes = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String body = "{\"title\": \"Race in Tallinn won by " + i + "\"}";
      changes.add(() -> newsroom.changes("PUT", "/items/" + id, body, "If-Match", tag));
    }
    var senders = Executors.newFixedThreadPool(6);
    try {
      List<Integer> statuses = new ArrayList<>();
      for (var change : senders.invokeAll(changes)) {
        statuses.add(change.get().status());
      }
      assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    } finally {
      senders.shutdownNow();
    }
    Reply now = newsroom.gets("/items/" + id, "Accept", JSON);
    assertThat(now.json().path("revision").asInt()).isEqualTo(2);
    assertThat(now.header("etag")).isNotEqualTo(tag).startsWith("\"r2-");
    String page = newsroom.gets("/items/" + id, "Accept", "text/html").header("etag");
    assertThat(page).isNotEqualTo(now.header("etag"));
    assertThat(puts(id, "{\"title\": \"Race in Tallinn\"}", "If-Match", page).status())
        .isEqualTo(200);
    assertThat(puts(id, "{\"title\": \"x\"}", "If-Match", "W/\"r3\"").status()).isEqualTo(412);
    assertThat(puts(id, "{\"title\": \"x\"}", "If-Match", "\"other\"").status()).isEqualTo(412);
  }

  @Test
  void the_same_change_sent_again_gets_the_first_answer() throws IOException {
    String id = published("Again in Tallinn");
    String[] first = {"Idempotency-Key", "change-1", "If-Match", "\"r1\""};
    String[] lost = {"Idempotency-Key", "change-2", "If-Match", "\"r1\""};
    Reply changed = puts(id, "{\"title\": \"Changed in Tallinn\"}", first);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(puts(id, "{\"title\": \"Late in Tallinn\"}", lost).status()).isEqualTo(412);
    withdraws(id, "Gone.");
    assertThat(puts(id, "{\"title\": \"Changed in Tallinn\"}", first).body())
        .isEqualTo(changed.body());
    assertThat(puts(id, "{\"title\": \"Late in Tallinn\"}", lost).status()).isEqualTo(412);
    assertThat(puts(id, "{\"title\": \"Other\"}", first).status()).isEqualTo(422);
    assertThat(newsroom.gets("/items/" + id).status()).isEqualTo(410);
  }

  @Test
  void every_revision_is_read_back_byte_for_byte() throws IOException {
    String id = published("Bytes in Tallinn");
    List<String> then = new ArrayList<>();
    for (int revision = 1; revision <= 3; revision++) {
      then.add(newsroom.gets("/items/" + id, "Accept", JSON).body());
      puts(id, "{\"title\": \"Bytes in Tallinn, told " + revision + " times\"}");
    }
    for (int revision = 1; revision <= 3; revision++) {
      Reply again = newsroom.gets("/items/" + id + "/revisions/" + revision);
      assertThat(again.body()).isEqualTo(then.get(revision - 1));
    }
    assertThat(newsroom.gets("/items/" + id + "/revisions/9").status()).isEqualTo(404);
    withdraws(id, "Gone.");
    assertThat(newsroom.gets("/items/" + id + "/revisions").status()).isEqualTo(410);
    Reply all = newsroom.changes("GET", "/items/" + id + "/revisions", "");
    assertThat(all.json().path("revisions").findValuesAsText("what"))
        .containsExactly("publication", "correction", "correction", "correction", "withdrawal");
    assertThat(newsroom.changes("GET", "/items/" + id + "/revisions/1", "").body())
        .isEqualTo(then.get(0));
  }

  @Test
  void a_file_corrects_and_withdraws_what_a_file_brought() throws IOException {
    drops("a.json", "{\"id\": \"own\", \"title\": \"File in Riga\"}");
    String id = newsroom.receipt("done", "a.json").path("id").asText();
    await().until(() -> newsroom.feed("riga.atom").size() == 1);
    drops("b.md", "---\nid: own\ntitle: Corrected file in Riga\n---\nText.\n");
    await().until(() -> entry("riga.atom", id).title().equals("Corrected file in Riga"));
    drops("c.json", "{\"id\": \"own\", \"withdraw\": true, \"reason\": \"Wrong file.\"}");
    await().until(() -> newsroom.feed("riga.atom").isEmpty());
    assertThat(newsroom.gets("/items/" + id).body()).contains("Wrong file.");
    newsroom.drops(
        "d.json", bytes("{\"id\": \"unheard-of\", \"withdraw\": true, \"reason\": \"x\"}"));
    await().until(() -> newsroom.files("refused").contains("d.json"));
    assertThat(newsroom.receipt("refused", "d.json").toString()).contains("/id");
  }

  @Test
  void a_tombstone_withdraws_by_put_by_post_and_by_file() throws IOException {
    String atom = "application/atom+xml";
    String own = "<entry xmlns='http://www.w3.org/2005/Atom'><id>%s</id><title>%s</title></entry>";
    String byPut = published("Withdrawn by PUT in Gdansk");
    Reply put = newsroom.changes("PUT", "/items/" + byPut, tombstone(byPut), "X", "x");
    assertThat(put.status()).as("JSON is said, Atom is sent").isEqualTo(400);
    put = newsroom.sends("PUT", "/items/" + byPut, atom, bytes(tombstone(byPut)));
    assertThat(shown(byPut, put).status()).as(put.body()).isEqualTo(200);
    byte[] entry = bytes(own.formatted("own-entry", "Withdrawn by POST in Gdansk"));
    String byPost = newsroom.posts(atom, entry, "Prefer", "wait=20").id();
    byte[] gone = bytes(tombstone("x").replaceFirst("ref='[^']+'", "ref='own-entry'"));
    newsroom.posts(atom, gone);
    String byFile = published("Withdrawn by file in Gdansk");
    drops("gone.xml", tombstone(byFile));
    for (String id : List.of(byPut, byPost, byFile)) {
      await().until(() -> newsroom.gets("/items/" + id).status() == 410);
      assertThat(newsroom.gets("/items/" + id).body()).contains("By a tombstone.");
    }
    assertThat(newsroom.gets("/feeds/gdansk.atom").body().split("<at:deleted-entry ")).hasSize(4);
  }

  private static String tombstone(String id) {
    return "<at:deleted-entry xmlns:at='http://purl.org/atompub/tombstones/1.0'"
        + " ref='tag:regionwire.org,2026:item:%s' when='2026-01-01T00:00:00Z'>".formatted(id)
        + "<at:comment>By a tombstone.</at:comment></at:deleted-entry>";
  }

  @Test
  void an_event_comes_as_a_calendar_is_one_and_is_cancelled_in_it() throws IOException {
    String calendar = Files.readString(Path.of("src/main/samples/seminar.ics"));
    Reply posted = newsroom.posts("text/calendar", bytes(calendar), "Prefer", "wait=20");
    assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    String path = "/items/" + posted.id() + ".ics";
    Reply event = newsroom.gets(path);
    assertThat(event.status()).isEqualTo(200);
    assertThat(event.header("content-type")).isEqualTo("text/calendar; charset=utf-8");
    assertThat(event.body())
        .contains("SUMMARY;LANGUAGE=en:Clusters of both shores meet in Malmö")
        .contains("DTSTART;TZID=Europe/Stockholm:20270420T093000", "SEQUENCE:0")
        .contains("STATUS:CONFIRMED", "BEGIN:VTIMEZONE")
        .doesNotContain("METHOD");
    assertThat(newsroom.gets(path, "If-None-Match", event.header("etag")).status()).isEqualTo(304);

    drops("moved.ics", calendar.replace("20270420", "20270421"));
    await().until(() -> newsroom.gets(path).body().contains("20270421T093000"));
    Reply moved = newsroom.gets(path, "If-None-Match", event.header("etag"));
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.body()).contains("SEQUENCE:1");

    withdraws(posted.id(), "No seminar.");
    Reply gone = newsroom.gets(path);
    assertThat(gone.status()).isEqualTo(200);
    assertThat(gone.body())
        .contains("STATUS:CANCELLED", "SEQUENCE:2", "No seminar.")
        .doesNotContain("Clusters of both shores");
    assertThat(newsroom.gets("/feeds/malmo.ics").body())
        .contains("STATUS:CANCELLED", "UID:tag:regionwire.org\\,2026:item:" + posted.id());
    assertThat(newsroom.gets("/items/" + published("No event in Tallinn") + ".ics").status())
        .isEqualTo(404);
  }

  private static String published(String title) throws IOException {
    Reply reply =
        newsroom.posts(JSON, bytes("{\"title\": \"" + title + "\"}"), "Prefer", "wait=20");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.id();
  }

  private static Reply puts(String id, String body, String... headers) throws IOException {
    return shown(id, newsroom.changes("PUT", "/items/" + id, body, headers));
  }

  private static Reply withdraws(String id, String reason) throws IOException {
    return shown(
        id, newsroom.changes("DELETE", "/items/" + id, "{\"reason\": \"" + reason + "\"}"));
  }

  /** The answer waits a second at most until feeds show it. */
  private static Reply shown(String id, Reply reply) {
    if (reply.status() == 200) {
      newsroom.awaitShown(id);
    }
    return reply;
  }

  private static void drops(String name, String text) throws IOException {
    newsroom.drops(name, bytes(text));
    await().atMost(Duration.ofSeconds(30)).until(() -> newsroom.files("done").contains(name));
  }

  private static String correction(String what, String note) {
    String said = note.isEmpty() ? "" : ", \"note\": \"" + note + "\"";
    return "\"correction\": {\"class\": \"" + what + "\"" + said + "}}";
  }

  private static Entry entry(String feed, String id) throws IOException {
    return newsroom.feed(feed).stream()
        .filter(entry -> entry.id().endsWith(id))
        .findFirst()
        .orElseThrow();
  }

  private static String updated(String id) throws IOException {
    for (var item : newsroom.gets("/feeds/tallinn.json").json().path("items")) {
      if (item.path("id").asText().endsWith(id)) {
        return item.path("date_modified").asText();
      }
    }
    throw new IOException(id + " is not in the feed");
  }

  private static void awaitNextSecond() {
    long second = Instant.now().getEpochSecond();
    await().until(() -> Instant.now().getEpochSecond() > second);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
