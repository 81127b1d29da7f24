package org.regionwire.journey;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two brokers with the configuration that is shipped: one works, the other has a copy. */
final class ArtemisPair implements MortalBroker {
  private final List<ArtemisProcess> both;
  private final Path locks;
  private int working;

  ArtemisPair(Path folder) {
    this.locks = folder.resolve("locks");
    this.both =
        List.of(
            new ArtemisProcess(folder.resolve("a"), true),
            new ArtemisProcess(folder.resolve("b"), true));
    if (!locks.toFile().mkdirs()) {
      throw new IllegalStateException("cannot make " + locks);
    }
  }

  @Override
  public String address() {
    return both.get(0).address() + ",127.0.0.1:" + both.get(1).port();
  }

  @Override
  public void starts() {
    launch(0);
    both.get(0).awaitListening();
    launch(1);
    awaitCopy();
  }

  /** The one that works; what has its copy goes on, and copies from then on to the dead one. */
  @Override
  public void diesAndComesBack() {
    awaitCopy();
    both.get(working).dies();
    int dead = working;
    working = 1 - working;
    both.get(working).awaitListening();
    launch(dead);
  }

  private void launch(int which) {
    both.get(which)
        .launches(
            Map.of(
                "pair.other.port",
                Integer.toString(both.get(1 - which).port()),
                "pair.locks",
                locks.toString(),
                "pair.password",
                "only-for-tests"));
  }

  private void awaitCopy() {
    await()
        .pollInterval(Duration.ofMillis(100))
        .atMost(Duration.ofSeconds(120))
        .until(() -> both.get(1 - working).hasSaid("is synchronized with primary server"));
  }

  @Override
  public void close() {
    both.forEach(ArtemisProcess::close);
  }
}
