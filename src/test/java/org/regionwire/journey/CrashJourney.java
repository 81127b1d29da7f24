package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Accepted means kept, whenever the process dies. {@code -Dcrash.kills} is how often (5), {@code
 * -Dcrash.seed} tells the story again.
 */
class CrashJourney {
  private static final String SEND = "- to: queue:news.accepted\n";
  private static final String SEND_LATER = "- wireTap: {uri: direct:later}\n";
  private static final String LATER =
      """
      - route:
          id: later
          from:
            uri: direct:later
            steps:
              - delay: {expression: {constant: {expression: "700"}}}
              - to: queue:news.accepted
      """;

  private static final int KILLS = Integer.getInteger("crash.kills", 5);
  private static final long SEED = Long.getLong("crash.seed", System.nanoTime());

  @TempDir Path home;

  @Test
  void what_was_acknowledged_is_published_once_however_often_the_process_is_killed()
      throws Exception {
    System.out.println("crash journey: -Dcrash.seed=" + SEED);
    var story = new CrashStory(home, Map.of("feeds.entries", "500"), SEED);
    var differences = story.differencesAfter(KILLS);
    System.out.println("crash journey: " + story.told());
    assertThat(differences).as("with -Dcrash.seed=%d, %s", SEED, story.told()).isEmpty();
  }

  /** Negative control: had the wire lost something, the journey above would have seen it. */
  @Test
  void a_wire_that_answers_before_it_has_the_item_on_disk_is_found_out(@TempDir Path routes)
      throws Exception {
    copyRoutes(routes);
    var settings = Map.of("feeds.entries", "500", "routes", "file:" + routes);
    var differences = new CrashStory(home, settings, SEED).differencesAfter(3);
    assertThat(differences).anyMatch(line -> line.contains("lost what was acknowledged"));
  }

  private static void copyRoutes(Path folder) throws IOException {
    try (var routes = Files.newDirectoryStream(Path.of("routes"), "*.camel.yaml")) {
      for (Path route : routes) {
        Files.copy(route, folder.resolve(route.getFileName()));
      }
    }
    Path accept = folder.resolve("20-accept.camel.yaml");
    String text = Files.readString(accept);
    assertThat(text).containsOnlyOnce(SEND);
    Files.writeString(accept, text.replace(SEND, SEND_LATER) + LATER);
  }
}
