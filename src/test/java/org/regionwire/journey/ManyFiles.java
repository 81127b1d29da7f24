package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files of one name, of one content, and three thousand at once: none is lost, none is twice. */
abstract class ManyFiles extends OnOneWire {
  ManyFiles(Outside wire) {
    super(wire);
  }

  @Test
  void two_files_of_one_name_are_both_kept() throws Exception {
    wire.drops("same.json", "{\"title\":\"Same name, first\"}".getBytes(UTF_8));
    wire.receipt("done", "same.json");
    wire.drops("same.json", "{\"title\":\"Same name, second\"}".getBytes(UTF_8));
    wire.receipt("done", "same-2.json");
    assertThat(holds(wire.home().resolve("done/same.json"), "first")).isTrue();
    assertThat(holds(wire.home().resolve("done/same-2.json"), "second")).isTrue();
    await().until(() -> wire.gets("/feeds/all.json").contains("Same name, second"));
    assertThat(wire.gets("/feeds/all.json")).contains("Same name, first");
  }

  @Test
  void the_same_file_twice_is_one_item() throws Exception {
    byte[] body = "{\"title\":\"Sent again\"}".getBytes(UTF_8);
    wire.drops("once.json", body);
    wire.drops("again.json", body);
    JsonNode first = wire.receipt("done", "once.json");
    assertThat(wire.receipt("done", "again.json").path("id")).isEqualTo(first.path("id"));
    await().until(() -> wire.gets("/feeds/all.json").contains("Sent again"));
    wire.drops("later.json", body);
    assertThat(wire.receipt("done", "later.json").path("id")).isEqualTo(first.path("id"));
    wire.stillWorks();
    assertThat(wire.gets("/feeds/all.json")).containsOnlyOnce("\"title\":\"Sent again\"");
  }

  @Test
  void three_thousand_files_at_once_are_all_shown() throws Exception {
    Path waiting = Files.createDirectory(wire.home().resolve("waiting"));
    for (int i = 0; i < 3_000; i++) {
      Files.writeString(
          waiting.resolve("n" + i + ".json"), "{\"title\":\"Flood %d.\"}".formatted(i));
    }
    long start = System.nanoTime();
    for (int i = 0; i < 3_000; i++) {
      Files.move(waiting.resolve("n" + i + ".json"), wire.inbox().resolve("n" + i + ".json"));
    }
    Path done = wire.home().resolve("done");
    await()
        .atMost(Duration.ofSeconds(300))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> count(done) == 3_000);
    long files = 3_000L * 1_000_000_000L / (System.nanoTime() - start);
    System.out.printf("3,000 files at once: %,d files/s%n", files);
    wire.stillWorks();
    List<String> ids = ids(done);
    assertThat(ids).doesNotHaveDuplicates().hasSize(3_000);
    var shown = titles();
    for (int i = 0; i < 3_000; i++) {
      assertThat(shown).containsEntry(ids.get(i), "Flood " + i + ".");
    }
    for (int i = 0; i < 3_000; i += 100) {
      assertThat(wire.gets("/items/" + ids.get(i))).contains("Flood " + i + ".");
    }
  }

  /** By their ids, of all items: from the feed back through its older pages, to the first. */
  private Map<String, String> titles() throws Exception {
    var titles = new HashMap<String, String>();
    for (String page = "/feeds/all.json"; !page.isEmpty(); ) {
      var feed = Outside.json(wire.gets(page));
      for (var item : feed.path("items")) {
        String id = item.path("id").asText();
        titles.put(id.substring(id.lastIndexOf(':') + 1), item.path("title").asText());
      }
      String older = feed.path("next_url").asText();
      page = older.substring(Math.max(0, older.indexOf("/feeds/")));
    }
    return titles;
  }

  private static long count(Path done) throws IOException {
    try (Stream<Path> files = Files.list(done)) {
      return files.filter(file -> file.getFileName().toString().matches("n\\d+\\.json")).count();
    }
  }

  private static List<String> ids(Path done) {
    return IntStream.range(0, 3_000)
        .mapToObj(i -> done.resolve("n" + i + ".json.receipt.json"))
        .map(ManyFiles::id)
        .toList();
  }

  private static String id(Path receipt) {
    try {
      return Outside.json(Files.readString(receipt)).path("id").asText();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
