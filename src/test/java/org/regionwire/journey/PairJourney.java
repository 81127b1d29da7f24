package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.journey.Reconciliation.Seen;
import org.regionwire.news.Selection;

/**
 * A pair of brokers under load, of which one hangs and its connections with it, as when its machine
 * vanishes from the network, and comes back.
 */
@Execution(ExecutionMode.CONCURRENT)
final class PairJourney {
  private static final int EVERYTHING = 100_000;

  /** From when it vanishes until something new is published. */
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final Sent sent = new Sent();
  private final Recoveries recoveries = new Recoveries(sent);
  private ArtemisPair pair;
  private Newsroom newsroom;

  private void opens(ArtemisPair brokers) throws IOException {
    pair = brokers;
    pair.starts();
    newsroom = new Newsroom(folder, Map.of("broker", pair.address())).opens();
    recoveries.awaitPublished(newsroom);
  }

  @AfterEach
  void end() {
    newsroom.close();
    pair.close();
  }

  @Test
  @EnabledIfSystemProperty(named = "pair.vanishes", matches = ".+")
  void what_was_accepted_is_kept_though_the_one_that_works_vanishes_and_comes_back()
      throws Exception {
    opens(ArtemisPair.withZooKeeper(folder.resolve("pair")));
    try (var senders = new Senders(newsroom, sent, 1)) {
      for (int i = 0; i < 2; i++) {
        pair.vanishes();
        recoveries.measure("machine", newsroom);
        pair.isFollowed();
        pair.comesBack();
        recoveries.measure("machine that is back", newsroom);
      }
      System.out.println("pair: " + senders.told() + "; " + recoveries.told());
    }
    losesNothing();
  }

  @Test
  void a_copy_that_vanishes_holds_senders_up_for_seconds_and_is_one_again_when_it_is_back()
      throws Exception {
    opens(ArtemisPair.withAFile(folder.resolve("pair")));
    try (var senders = new Senders(newsroom, sent, 2)) {
      pair.copy().hangs();
      recoveries.measure("copy", newsroom);
      pair.copy().goesOnAndSays("is synchronized with primary server");
      // what it lacked it has got before it is asked to take over
      pair.diesAndComesBack();
      recoveries.measure("broker whose copy was away", newsroom);
      System.out.println("pair: " + senders.told() + "; " + recoveries.told());
    }
    losesNothing();
  }

  @Test
  void one_that_hangs_and_has_a_file_for_its_lock_goes_on_or_is_followed_when_it_ends()
      throws Exception {
    opens(ArtemisPair.withAFile(folder.resolve("pair")));
    var hanging = pair.vanishes();
    await().atMost(RECOVERY).until(() -> status("hangs") == 503);
    Clocks.rest(12_000);
    assertThat(status("still hangs")).isEqualTo(503);
    assertThat(pair.copy().hasSaid("AMQ221007")).isFalse();
    hanging.goesOn();
    recoveries.measure("hang", newsroom);
    var hangingAgain = pair.copiesAgain().vanishes();
    await().atMost(RECOVERY).until(() -> status("hangs again") == 503);
    hangingAgain.dies();
    pair.isFollowed();
    recoveries.measure("hanging broker", newsroom);
    losesNothing();
  }

  private int status(String title) throws IOException {
    sent.attempts(title);
    String item = "{\"title\": \"" + title + "\"}";
    var reply =
        newsroom.posts(
            "application/json", item.getBytes(UTF_8), "Idempotency-Key", title.replace(" ", "-"));
    if (reply.status() == 202) {
      sent.acknowledged(title, reply.id());
    }
    return reply.status();
  }

  private void losesNothing() throws IOException {
    await().atMost(RECOVERY).until(() -> newsroom.files("inbox").isEmpty());
    for (String file : newsroom.files("done")) {
      sent.acknowledged(sent.files().get(file), newsroom.receipt("done", file).path("id").asText());
    }
    // who did not know the outcome may have given up: how many there are says nothing
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(differences()).as(recoveries.told()).isEmpty());
    assertThat(sent.surprises()).isEmpty();
    assertThat(recoveries.longestMillis()).isLessThan(RECOVERY.toMillis());
  }

  private List<String> differences() {
    var reconciliation = new Reconciliation(sent);
    try (var database = Database.open("sqlite:" + folder.resolve("regionwire.db"))) {
      var archive = new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
      var items = archive.latest(Selection.ALL, EVERYTHING, Instant.now());
      reconciliation.of(
          "the archive",
          items.stream().map(item -> new Seen(item.id().tag(), item.item().title())).toList());
    }
    return reconciliation.differences();
  }
}
