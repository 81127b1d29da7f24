package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.journey.Newsroom.Reply;

/** An editor in Liepāja names no code; readers find the item where and when it takes place. */
class RegionsJourney {
  private static final String CONFERENCE =
      "{\"title\": \"Konference par klasteriem\", \"summary\":"
          + " \"Liepājā 3. un 4. jūnijā notiks konference, kurā piedalīsies viesi no Tallinas.\"}";

  @TempDir private static Path home;
  private static Newsroom newsroom;
  private static Reply receipt;

  @BeforeAll
  static void an_item_without_a_code_is_posted() throws IOException {
    newsroom = new Newsroom(home, Map.of()).opens();
    receipt = posts(CONFERENCE);
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  private static Reply posts(String item) throws IOException {
    Reply reply =
        newsroom.posts(
            "application/json", item.getBytes(StandardCharsets.UTF_8), "Prefer", "wait=20");
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply;
  }

  private static boolean isIn(String feed, String id) throws IOException {
    return newsroom.feed(feed).stream().anyMatch(entry -> entry.id().endsWith(id));
  }

  @Test
  void it_is_in_the_feeds_of_where_it_takes_place() throws IOException {
    assertThat(isIn("liepaja.atom", receipt.id())).isTrue();
    assertThat(isIn("baltic-states.rss", receipt.id())).isTrue();
    assertThat(isIn("tallinn.atom", receipt.id())).isFalse();
  }

  @Test
  void a_region_it_only_mentions_has_it_for_those_who_ask() throws IOException {
    assertThat(isIn("tallinn.atom?mentions=true", receipt.id())).isTrue();
    assertThat(isIn("oslo.atom?mentions=true", receipt.id())).isFalse();
  }

  @Test
  void it_is_in_a_box_around_the_place_and_in_no_other() throws IOException {
    assertThat(isIn("all.atom?bbox=20,56,22,57", receipt.id())).isTrue();
    assertThat(isIn("all.atom?bbox=20,57,22,58", receipt.id())).isFalse();
  }

  @Test
  void the_receipt_says_where_and_when_and_why() {
    JsonNode place = receipt.json().at("/regions/0");
    assertThat(place.path("region").asText()).isEqualTo("liepaja");
    assertThat(place.path("role").asText()).isEqualTo("about");
    assertThat(place.at("/mentions/0/text").asText()).isEqualTo("Liepājā");
    assertThat(receipt.json().at("/event/start").asText()).endsWith("-06-03");
    assertThat(receipt.json().at("/event/end").asText()).endsWith("-06-04");
    assertThat(receipt.json().at("/event/found/yearInferred").asBoolean()).isTrue();
    assertThat(receipt.json().at("/event/found/text").asText()).isEqualTo("3. un 4. jūnijā");
  }

  @Test
  void what_is_refused_stays_refused_until_it_is_named() throws IOException {
    String id = posts("{\"title\": \"Malmö and Lund meet\"}").id();
    assertThat(isIn("malmo.atom", id)).isTrue();
    puts(id, "{\"title\": \"Malmö and Lund met\", \"regions\": {\"not\": [\"malmo\"]}}");
    assertThat(isIn("malmo.atom", id)).isFalse();
    assertThat(isIn("lund.atom", id)).isTrue();
    puts(id, "{\"title\": \"Malmö and Lund met again\"}");
    assertThat(isIn("malmo.atom", id)).isFalse();
    puts(id, "{\"title\": \"Malmö and Lund are happy\", \"regions\": [\"malmo\"]}");
    assertThat(isIn("malmo.atom", id)).isTrue();
  }

  private static void puts(String id, String item) throws IOException {
    assertThat(newsroom.changes("PUT", "/items/" + id, item).status()).isEqualTo(200);
  }

  @Test
  void two_files_dropped_in_one_moment_are_told_to_be_one_event() throws IOException {
    var both = List.of(Sample.OPEN_DAYS, Sample.SEMINAR);
    for (Sample sample : both) {
      newsroom.drops(sample.file(), sample.bytes());
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> newsroom.files("done").size() == both.size());
    List<String> twins = new ArrayList<>();
    for (Sample sample : both) {
      newsroom
          .receipt("done", sample.file())
          .path("possibleDuplicates")
          .forEach(twin -> twins.add(twin.path("title").asText()));
    }
    assertThat(twins).hasSize(1).isSubsetOf(both.stream().map(Sample::title).toList());
  }

  @Test
  void pages_show_the_place_on_a_map() throws IOException {
    assertThat(newsroom.page("/regions/liepaja")).contains("<svg", "Konference par klasteriem");
    assertThat(newsroom.page("/regions")).contains("<svg", "Liepāja");
  }
}
