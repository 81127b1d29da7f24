package org.regionwire.journey;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two brokers with the configuration that is shipped: one works, the other has a copy. */
final class ArtemisPair implements MortalBroker {
  private static final Duration FOLLOWED = Duration.ofSeconds(60);

  private final List<ArtemisProcess> both;
  private final Path locks;
  private final Optional<ZooKeeperProcess> keeper;
  private int working;

  private ArtemisPair(Path folder, Optional<ZooKeeperProcess> keeper) {
    this.keeper = keeper;
    this.locks = folder.resolve("locks");
    this.both =
        List.of(
            new ArtemisProcess(folder.resolve("a"), true),
            new ArtemisProcess(folder.resolve("b"), true));
    keeper.ifPresent(one -> both.forEach(broker -> broker.asksForItsLock(one.address())));
    if (!locks.toFile().mkdirs()) {
      throw new IllegalStateException("cannot make " + locks);
    }
  }

  /** The lock is a file. */
  static ArtemisPair withAFile(Path folder) {
    return new ArtemisPair(folder, Optional.empty());
  }

  static ArtemisPair withZooKeeper(Path folder) {
    return new ArtemisPair(folder, Optional.of(new ZooKeeperProcess(folder.resolve("zookeeper"))));
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

  /** The one that works hangs, and its connections with it. */
  ArtemisProcess vanishes() {
    awaitCopy();
    ArtemisProcess vanished = both.get(working);
    vanished.hangs();
    return vanished;
  }

  /** After a gap, in which the copy lost touch with the other one. */
  ArtemisPair copiesAgain() {
    copy().awaitSaidAgain("is synchronized with primary server", FOLLOWED);
    return this;
  }

  ArtemisProcess copy() {
    return both.get(1 - working);
  }

  /** The other one takes what is sent. */
  void isFollowed() {
    working = 1 - working;
    both.get(working).awaitSaid("AMQ221007", FOLLOWED);
  }

  /** What vanished finds out that it was followed, ends, and is started again to be the copy. */
  void comesBack() {
    ArtemisProcess back = copy();
    back.goesOn();
    back.awaitEnd();
    launch(1 - working);
  }

  /** The same, which instead of dying hangs, is followed, and comes back some time after. */
  MortalBroker vanishing(long seed) {
    var random = new Random(seed);
    var alone = Executors.newSingleThreadExecutor();
    return new MortalBroker() {
      private Future<?> story = CompletableFuture.completedFuture(null);

      @Override
      public String address() {
        return ArtemisPair.this.address();
      }

      @Override
      public void starts() {
        ArtemisPair.this.starts();
      }

      @Override
      public void diesAndComesBack() {
        settles();
        vanishes();
        int rest = random.nextInt(3_000);
        story =
            alone.submit(
                () -> {
                  isFollowed();
                  Clocks.rest(rest);
                  comesBack();
                });
      }

      @Override
      public void settles() {
        try {
          story.get();
        } catch (InterruptedException | ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }

      @Override
      public void close() {
        alone.shutdownNow();
        ArtemisPair.this.close();
      }
    };
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

  void awaitCopy() {
    await()
        .pollInterval(Duration.ofMillis(100))
        .atMost(Duration.ofSeconds(120))
        .until(() -> copy().hasSaid("is synchronized with primary server"));
  }

  @Override
  public void close() {
    both.forEach(ArtemisProcess::close);
    keeper.ifPresent(ZooKeeperProcess::close);
  }
}
