package org.regionwire.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.journey.BadSubmissions.Row;

/** Files that are wrong, are no files or have strange names: each gets its receipt or is left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BadFiles extends OnOneWire {
  BadFiles(Outside wire) {
    super(wire);
  }

  /** All at once, as a folder may be full of them. */
  @BeforeAll
  void drop_what_gets_receipts() throws IOException {
    for (Row row : BadSubmissions.all()) {
      wire.drops(name(row), row.body());
    }
  }

  private static String name(Row row) {
    return row.name().replace(' ', '-') + row.kind().extension;
  }

  @ParameterizedTest
  @MethodSource("org.regionwire.journey.BadSubmissions#all")
  void a_file_gets_its_receipt(Row row) throws Exception {
    String name = name(row);
    JsonNode receipt = wire.receipt(row.status() >= 400 ? "refused" : "done", name);
    assertThat(row.says()).as(receipt.toString()).allMatch(receipt.toString()::contains);
    assertThat(wire.inbox().resolve(name)).doesNotExist();
  }

  @Test
  void characters_that_no_feed_may_hold_are_taken_out() throws Exception {
    String item = "{\"title\":\"No\\u0000ise\\u0001 in\\ud800 the\\ufffe air\\uffff\"}";
    wire.drops("noise.json", item.getBytes(UTF_8));
    assertThat(wire.receipt("done", "noise.json").path("status").asText()).isEqualTo("accepted");
    await().until(() -> wire.gets("/feeds/all.json").contains("Noise in the air\""));
    for (String feed : List.of("/feeds/all.atom", "/feeds/all.rss")) {
      await().untilAsserted(() -> assertThat(text(feed)).contains("Noise in the air"));
    }
  }

  private String text(String feed) throws Exception {
    var xml = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    byte[] bytes = wire.gets(feed).getBytes(UTF_8);
    return xml.parse(new ByteArrayInputStream(bytes)).getDocumentElement().getTextContent();
  }

  @Test
  void what_is_not_a_file_is_not_followed_or_read() throws Exception {
    Path inbox = wire.inbox();
    Path secret = Files.writeString(wire.home().resolve("secret.json"), "{\"title\":\"Secret\"}");
    Path folder = Files.createDirectory(inbox.resolve("folder.json"));
    Files.writeString(folder.resolve("inside.json"), "{\"title\":\"Secret inside\"}");
    var strange =
        List.of(
            Files.createSymbolicLink(inbox.resolve("link.json"), secret),
            Files.createSymbolicLink(inbox.resolve("dangling.json"), inbox.resolve("nowhere")),
            Files.createSymbolicLink(inbox.resolve("loop.json"), inbox.resolve("loop.json")),
            Files.createSymbolicLink(inbox.resolve("linked-folder.json"), wire.home()),
            folder,
            fifo(inbox.resolve("fifo.json")),
            Files.writeString(inbox.resolve(".hidden.json"), "{\"title\":\"Secret hidden\"}"),
            Files.writeString(inbox.resolve("a.json.tmp"), "{\"title\":\"Secret unfinished\"}"),
            Files.writeString(inbox.resolve("b.json.part"), "{\"title\":\"Secret part\"}"),
            Files.writeString(inbox.resolve("c.json~"), "{\"title\":\"Secret copy\"}"));
    wire.drops("beside.json", "{\"title\":\"Beside strange things\"}".getBytes(UTF_8));
    assertThat(wire.receipt("done", "beside.json").path("status").asText()).isEqualTo("accepted");
    await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(30)).until(() -> true);
    assertThat(strange)
        .allMatch(path -> Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS));
    assertThat(wire.gets("/feeds/all.json")).doesNotContain("Secret");
    assertThat(folder.resolve("inside.json")).exists();
  }

  private static Path fifo(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    return path;
  }

  @Test
  void a_name_does_not_lead_to_a_file_outside_the_inbox() throws Exception {
    Path outside = wire.home().resolve("outside.json");
    Files.writeString(outside, "{\"title\":\"Secret outside\"}");
    Files.createDirectory(wire.inbox().resolve("way"));
    wire.drops("way\\..\\..\\outside.json", "{\"title\":\"Only a bait\"}".getBytes(UTF_8));
    await().until(() -> wire.gets("/feeds/all.json").contains("Only a bait"));
    assertThat(wire.gets("/feeds/all.json")).doesNotContain("Secret outside");
    assertThat(outside).exists();
  }

  static List<String> names() {
    return List.of(
        "two\nlines.json",
        "a\\..\\..\\up.json",
        "\u202egnp.exe\u200f.json",
        "a b;rm -rf $HOME`id`'\"&|*?.json",
        "${body}.json",
        "%2e%2e%2fup.json",
        "-rf.json",
        "CAPITALS.JSON",
        "e\u0301.json",
        "\ud83c\udf09.json",
        "x".repeat(250) + ".json",
        "\u00f6".repeat(125) + ".json");
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_strange_name_is_only_a_name(String name) throws Exception {
    String title = "Strange name " + names().indexOf(name) + ".";
    wire.drops(name, "{\"title\":\"%s\"}".formatted(title).getBytes(UTF_8));
    await().until(() -> wire.gets("/feeds/all.json").contains(title));
    await().until(() -> !Files.exists(wire.inbox().resolve(name)));
    try (Stream<Path> done = Files.list(wire.home().resolve("done"))) {
      List<Path> kept = done.filter(file -> holds(file, title)).toList();
      assertThat(kept).hasSize(1);
      assertThat(kept.get(0).resolveSibling(kept.get(0).getFileName() + ".receipt.json")).exists();
      if (name.length() < 100) {
        assertThat(kept.get(0).getFileName()).hasToString(name);
      }
    }
    assertThat(wire.home().resolveSibling("up.json")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"readme.txt", "noextension", "picture.jpg", "json"})
  void a_file_of_another_type_is_refused(String name) throws Exception {
    wire.drops(name, "{\"title\":\"A\"}".getBytes(UTF_8));
    assertThat(wire.receipt("refused", name).toString()).contains("no type the inbox takes");
  }

  @Test
  void an_endless_extension_is_refused_like_any_other() throws Exception {
    String name = "a." + "x".repeat(253);
    wire.drops(name, "{\"title\":\"A\"}".getBytes(UTF_8));
    await().until(() -> !Files.exists(wire.inbox().resolve(name)));
    try (Stream<Path> refused = Files.list(wire.home().resolve("refused"))) {
      assertThat(refused.filter(file -> file.getFileName().toString().startsWith("a.xxx")))
          .hasSize(2);
    }
  }

  @Test
  void an_unreadable_file_stays_and_disturbs_nobody() throws Exception {
    Path file = Files.writeString(wire.home().resolve("closed"), "{\"title\":\"Closed\"}");
    Files.setPosixFilePermissions(file, java.util.Set.of());
    org.junit.jupiter.api.Assumptions.assumeFalse(Files.isReadable(file), "root reads everything");
    Files.move(file, wire.inbox().resolve("closed.json"));
    wire.drops("open.json", "{\"title\":\"Open\"}".getBytes(UTF_8));
    wire.receipt("done", "open.json");
    assertThat(wire.inbox().resolve("closed.json")).exists();
  }
}
