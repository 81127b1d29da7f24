package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters that someone waits for, by the shipped routes. */
class AskedForRouteTest {
  private static final int ROUNDS = 30;

  /** Of answers; none goes earlier. */
  private static final Duration STEP = Duration.ofMillis(50);

  /** Of medians. One step more or less would be twice as long. */
  private static final double ALIKE = 1.5;

  @TempDir Path home;
  private final HttpClient client = HttpClient.newHttpClient();
  private WireInside wire;

  @BeforeEach
  void start() throws Exception {
    wire = new WireInside(home, Map.of(), () -> {});
  }

  @AfterEach
  void stop() throws Exception {
    wire.close();
  }

  @Test
  void a_letter_that_someone_waits_for_does_not_wait_for_the_digests() throws Exception {
    // As if a run of digests would never end.
    wire.main.getCamelContext().getRouteController().stopRoute("digest-send");
    asks("ann");
    await().atMost(Duration.ofSeconds(20)).until(() -> lettersTo("ann@example.org") == 1);
  }

  /** In turns, so that whatever else the machine does befalls all kinds alike. */
  @Test
  void known_and_unknown_addresses_are_answered_after_the_same_time() throws Exception {
    asks("ann");
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      known.add(asks("ann"));
      unknown.add(asks("new" + round));
    }
    assertThat(known).allMatch(nanos -> nanos >= STEP.toNanos());
    assertThat(unknown).allMatch(nanos -> nanos >= STEP.toNanos());
    assertThat((double) median(unknown) / median(known)).isBetween(1 / ALIKE, ALIKE);
  }

  private static long median(List<Long> all) {
    return all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow();
  }

  /** How long the answer takes, in nanoseconds. */
  private long asks(String name) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(wire.settings.base + "/subscriptions"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("email=" + name + "%40example.org&regions=malmo"))
            .build();
    long start = System.nanoTime();
    var answer = client.send(request, BodyHandlers.ofString());
    long took = System.nanoTime() - start;
    assertThat(answer.statusCode()).isEqualTo(202);
    return took;
  }

  private long lettersTo(String address) throws IOException {
    Path outbox = home.resolve("outbox");
    if (!Files.isDirectory(outbox)) {
      return 0;
    }
    long count = 0;
    try (var letters = Files.newDirectoryStream(outbox, "*.eml")) {
      for (var letter : letters) {
        count += Files.readString(letter).contains("To: " + address) ? 1 : 0;
      }
    }
    return count;
  }
}
