package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.regionwire.journey.Newsroom.Reply;

/** A broker in a process of its own, which hangs, dies, is full, and comes back. */
@Execution(ExecutionMode.CONCURRENT)
final class OutsideBrokerJourney {
  /** From when the broker is back. */
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  /** Two seconds and a pause of the machine; a call that nobody breaks off takes 30. */
  private static final Duration REFUSAL = Duration.ofSeconds(6);

  @TempDir Path folder;

  private final List<String> kept = new ArrayList<>();
  private ArtemisProcess broker;
  private Newsroom newsroom;
  private int number;

  @AfterEach
  void end() {
    newsroom.close();
    broker.close();
  }

  private void opens(Map<String, String> properties, String roles) {
    broker = new ArtemisProcess(folder.resolve("artemis")).starts(properties);
    newsroom =
        new Newsroom(
                folder, Map.of("broker", broker.address(), "roles", roles, "feeds.entries", "500"))
            .opens();
  }

  @Test
  void a_broker_that_hangs_or_dies_loses_nothing_and_is_found_again() throws IOException {
    opens(Map.of(), "intake,archive,feeds,digest,web");
    assertThat(posts("before").status()).isEqualTo(202);

    broker.hangs();
    refuses("the broker at");
    broker.goesOn();
    accepts("after a pause");

    broker.dies();
    refuses("does not work");
    broker.starts(Map.of());
    accepts("after a death");
    // Every thread that sends has a connection of its own to find broken.
    for (int i = 0; i < 30; i++) {
      assertThat(posts("again " + i).status()).isEqualTo(202);
    }
    showsAllThatWasKept();
  }

  @Test
  void a_full_disk_of_the_broker_is_told_to_senders_and_operators() throws IOException {
    opens(Map.of("broker.disk.percent", "1"), "intake,archive,feeds,digest,web");
    refuses("its disk is nearly full");
    broker.stops();
    broker.starts(Map.of());
    accepts("there is room");
    showsAllThatWasKept();
  }

  @Test
  void a_full_queue_refuses_until_somebody_archives_what_is_in_it() throws IOException {
    opens(
        Map.of("broker.address.memory", "200Kb", "broker.page.limit", "20Mb"), "intake,feeds,web");
    String long_ = "Words. ".repeat(11_000);
    Reply reply = posts(long_);
    while (reply.status() == 202 && kept.size() < 500) {
      reply = posts(long_);
    }
    assertThat(reply.status()).isEqualTo(503);
    await()
        .untilAsserted(
            () ->
                assertThat(newsroom.gets("/observe/health").body())
                    .contains("took nothing lately"));
    await().atMost(RECOVERY).until(this::tellsHowLongItWaits);
    newsroom.stops();
    newsroom =
        new Newsroom(folder, Map.of("broker", broker.address(), "feeds.entries", "500")).opens();
    accepts("there is room");
    showsAllThatWasKept();
  }

  /** Nobody archives here: it is the broker that knows. */
  private boolean tellsHowLongItWaits() throws IOException {
    String age = "regionwire_queue_oldest_age_seconds{queue=\"news.accepted\"} ";
    return newsroom
        .gets("/observe/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(age))
        .anyMatch(line -> Double.parseDouble(line.substring(age.length())) > 0);
  }

  private Reply posts(String text) throws IOException {
    String title = "Item " + ++number + ".";
    String item = "{\"title\":\"" + title + "\",\"content\":\"" + text + "\"}";
    var reply =
        newsroom.posts("application/json", item.getBytes(UTF_8), "Idempotency-Key", "k" + number);
    if (reply.status() == 202) {
      kept.add(title);
    }
    return reply;
  }

  /** In time, with when to come back; and health says why. */
  private void refuses(String why) throws IOException {
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      var reply = posts("refused");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(REFUSAL);
      assertThat(reply.status()).as(reply.body()).isEqualTo(503);
      assertThat(reply.header("retry-after")).isNotEmpty();
    }
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(
            () ->
                assertThat(newsroom.gets("/observe/health").body())
                    .contains(why)
                    .doesNotContain("password"));
  }

  private void accepts(String text) {
    long start = System.nanoTime();
    await().atMost(RECOVERY).until(() -> posts(text).status() == 202);
    System.out.printf(
        "outside broker: %s, accepted again in %d ms%n",
        text, Duration.ofNanos(System.nanoTime() - start).toMillis());
    await()
        .atMost(RECOVERY)
        .untilAsserted(
            () ->
                assertThat(newsroom.gets("/observe/health").body())
                    .startsWith("{\"status\":\"UP\""));
  }

  private void showsAllThatWasKept() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(newsroom.feed("all.json"))
                    .extracting(Entry::title)
                    .containsAll(kept)
                    .doesNotHaveDuplicates());
  }
}
