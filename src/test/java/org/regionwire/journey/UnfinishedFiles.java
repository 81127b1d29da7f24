package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files that are still being written: each is taken when it is whole. */
abstract class UnfinishedFiles extends OnOneWire {
  private static final Map<String, String> GROWING =
      Map.of(
          "growing.json",
          "{\"title\":\"Growing json\",\"content\":\"a b c d e the end\"}",
          "growing.md",
          "# Growing md\n\nb c d e f g h i j k l the end\n",
          "growing.xml",
          "<entry xmlns='http://www.w3.org/2005/Atom'><title>Growing xml</title>"
              + "<summary>the end</summary></entry>");

  UnfinishedFiles(Outside wire) {
    super(wire);
  }

  @Test
  void half_a_file_is_left_and_taken_when_it_is_whole() throws Exception {
    Path file = wire.inbox().resolve("half.json");
    Files.writeString(file, "{\"title\":\"Half and");
    stay(Set.of("half.json"), Duration.ofMillis(1_200));
    Files.writeString(file, " half makes whole\"}", StandardOpenOption.APPEND);
    assertThat(wire.receipt("done", "half.json").path("status").asText()).isEqualTo("accepted");
    await().until(() -> wire.gets("/feeds/all.json").contains("Half and half makes whole"));
  }

  @Test
  void half_a_file_that_stays_so_is_refused_after_a_while() throws Exception {
    Path file = wire.inbox().resolve("broken.json");
    Files.writeString(file, "{\"title\":\"Never");
    stay(Set.of("broken.json"), Duration.ofMillis(1_200));
    assertThat(wire.receipt("refused", "broken.json").toString()).contains("ends too early");
  }

  @Test
  void growing_files_are_taken_once_and_whole() throws Exception {
    for (int piece = 0; piece < 8; piece++) {
      for (var file : GROWING.entrySet()) {
        Files.writeString(
            wire.inbox().resolve(file.getKey()),
            eighth(file.getValue(), piece),
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      }
      if (piece < 7) {
        stay(GROWING.keySet(), Duration.ofMillis(350));
      }
    }
    for (String name : GROWING.keySet()) {
      assertThat(wire.receipt("done", name).path("status").asText()).isEqualTo("accepted");
      String title = "Growing " + name.substring(8);
      await().until(() -> wire.gets("/feeds/all.json").contains(title));
      assertThat(wire.gets("/feeds/all.json")).contains("the end").containsOnlyOnce(title + "\"");
      assertThat(wire.home().resolve("refused").resolve(name)).doesNotExist();
    }
  }

  private static String eighth(String text, int number) {
    return text.substring(text.length() * number / 8, text.length() * (number + 1) / 8);
  }

  private void stay(Set<String> names, Duration during) {
    await()
        .during(during)
        .atMost(during.plusSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> names.stream().map(wire.inbox()::resolve).allMatch(Files::exists));
  }
}
