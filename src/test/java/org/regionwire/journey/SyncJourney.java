package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What kill -9 does not show: that an acknowledged item is on the disk, not only in the kernel's
 * memory. strace watches the calls that make it so.
 */
class SyncJourney {
  private static final int TIMES = 10;
  private static final Pattern SYNC =
      Pattern.compile(
          "(?m)^\\d+ +(\\d+\\.\\d+) (?:.*\\bf(?:data)?sync\\(|<\\.\\.\\. f(?:data)?sync).*= 0");

  @TempDir private Path home;
  private Outside wire;
  private Process strace;

  /** From the request to its answer, in seconds since 1970. */
  private record Wait(double from, double to) {
    boolean saw(List<Double> syncs) {
      return syncs.stream().anyMatch(at -> at >= from && at <= to);
    }
  }

  @BeforeEach
  void watch() throws Exception {
    wire = Outside.starts(home);
    Path said = home.resolve("strace.said");
    var command =
        List.of("strace", "-f", "-ttt", "-e", "trace=fsync,fdatasync", "-o", trace().toString());
    var whole = new ArrayList<>(command);
    whole.addAll(List.of("-p", Long.toString(wire.pid())));
    try {
      strace =
          new ProcessBuilder(whole).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    } catch (IOException e) {
      wire.close();
      assumeTrue(false, "strace is not installed");
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !strace.isAlive() || Files.readString(said).contains("attached"));
    assumeTrue(strace.isAlive(), "strace may not watch here: " + Files.readString(said));
  }

  @AfterEach
  void stop() throws Exception {
    if (strace != null) {
      strace.destroy();
      strace.waitFor();
    }
    wire.close();
  }

  private Path trace() {
    return home.resolve("trace");
  }

  @Test
  void every_lone_item_is_synced_before_its_answer_and_a_dry_run_is_not() throws Exception {
    List<Wait> accepted = waits("/items", 202);
    List<Wait> tried = waits("/items?dry-run=true", 200);
    List<Double> syncs = syncs();
    assertThat(accepted).allMatch(wait -> wait.saw(syncs));
    // what is counted is kept every five seconds, also while somebody tries
    assertThat(tried)
        .as("the oracle can fail")
        .filteredOn(wait -> wait.saw(syncs))
        .hasSizeLessThan(TIMES / 2);
  }

  private List<Wait> waits(String path, int status) throws Exception {
    List<Wait> waits = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      awaitQuiet();
      byte[] body =
          "{\"title\":\"Lone item %d of %s.\"}".formatted(i, path.length()).getBytes(UTF_8);
      double from = now();
      int answer = wire.postsTo(path, "application/json", body).statusCode();
      waits.add(new Wait(from, now()));
      assertThat(answer).isEqualTo(status);
    }
    awaitQuiet();
    return waits;
  }

  /** What follows an answer syncs too, and must not be taken for the next one's. */
  private void awaitQuiet() {
    var last = new int[] {-1};
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              int before = last[0];
              last[0] = syncs().size();
              return last[0] == before;
            });
  }

  private List<Double> syncs() {
    try {
      List<Double> at = new ArrayList<>();
      Matcher sync = SYNC.matcher(Files.readString(trace()));
      while (sync.find()) {
        at.add(Double.parseDouble(sync.group(1)));
      }
      return at;
    } catch (IOException e) {
      return List.of();
    }
  }

  private static double now() {
    var now = Instant.now();
    return now.getEpochSecond() + now.getNano() / 1e9;
  }
}
