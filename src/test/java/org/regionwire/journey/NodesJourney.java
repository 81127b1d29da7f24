package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes on one broker and one PostgreSQL. {@code -Dnodes.seconds} is how long nodes are
 * killed; the story runs only where it is said. {@code -Dnodes.rest} is the longest pause between
 * two kills in milliseconds, {@code -Dnodes.seed} tells a story again, {@code -Dnodes.vanish} has
 * machines vanish that come back.
 */
@EnabledIfSystemProperty(named = "nodes.seconds", matches = ".+")
class NodesJourney {
  private static final int SECONDS = Integer.getInteger("nodes.seconds", 0);
  private static final long SEED = Long.getLong("nodes.seed", System.nanoTime());

  private static final Duration SOON = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void what_any_node_accepted_is_published_once_on_all_though_nodes_die() throws Exception {
    tell(alone(), 0, 0, SOON);
  }

  @Test
  void nor_is_anything_lost_or_sent_twice_when_the_broker_dies_too_and_letters_go_out()
      throws Exception {
    tell(alone(), 5, 3_000, SOON);
  }

  @Test
  void nor_when_one_broker_of_a_pair_dies_and_the_other_goes_on() throws Exception {
    tell(ArtemisPair.withAFile(folder.resolve("pair")), 5, 0, SOON);
  }

  @Test
  @EnabledIfSystemProperty(named = "nodes.vanish", matches = ".+")
  void nor_when_the_machine_of_one_of_a_pair_vanishes_and_comes_back() throws Exception {
    // 6 s until its session ends, and what its follower and the nodes need to be sure
    var pair = ArtemisPair.withZooKeeper(folder.resolve("pair")).vanishing(SEED);
    tell(pair, 4, 0, Duration.ofSeconds(30));
  }

  private MortalBroker alone() {
    return MortalBroker.alone(new ArtemisProcess(folder.resolve("artemis")));
  }

  private void tell(MortalBroker broker, int brokerKills, int letters, Duration p95)
      throws Exception {
    System.out.println("nodes: -Dnodes.seed=" + SEED);
    try (var sink = new SmtpSink(0);
        var story = new NodesStory(folder, broker, sink, letters, SEED)) {
      var differences = story.differencesAfter(SECONDS, brokerKills);
      System.out.println("nodes: " + story.told());
      assertThat(differences).as("with -Dnodes.seed=%d, %s", SEED, story.told()).isEmpty();
      assertThat(story.p95RecoveryMillis()).isLessThan(p95.toMillis());
    }
  }
}
