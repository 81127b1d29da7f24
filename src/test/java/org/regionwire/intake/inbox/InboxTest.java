package org.regionwire.intake.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.intake.NotYet;
import org.regionwire.intake.Receipt;
import org.regionwire.intake.Receipts;
import org.regionwire.intake.Refused;
import org.regionwire.intake.Submissions;

final class InboxTest {
  private static final Instant NOW = Instant.parse("2026-05-02T09:00:00Z");
  private static final Refused UNREADABLE = new Refused(400, "", "ends too early");
  private static final Refused INVALID = new Refused(422, "/title", "is missing");

  @TempDir private Path home;
  private Inbox inbox;

  @BeforeEach
  void open() throws IOException {
    var clock = Clock.fixed(NOW, ZoneOffset.UTC);
    var submissions = new Submissions(clock, new Random(1));
    var receipts = new Receipts("http://wire.example", item -> java.util.List.of());
    inbox =
        new Inbox(
            home.resolve("inbox"), Duration.ofSeconds(2), 1_000, submissions, receipts, clock);
  }

  private Path file(String name, String text, int ageSeconds) throws IOException {
    Path file = Files.writeString(inbox.folder().resolve(name), text);
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(ageSeconds)));
  }

  @Test
  void json_is_wanted_at_once_and_markdown_when_it_is_still() throws IOException {
    assertThat(inbox.wants(file("a.json", "{}", 0))).isTrue();
    assertThat(inbox.wants(file("a.md", "# A", 1))).isFalse();
    assertThat(inbox.wants(file("b.md", "# A", 2))).isTrue();
    assertThat(inbox.wants(file("empty.json", "", 1))).isFalse();
    assertThat(inbox.wants(file("old.json", "", 2))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {".a.json", "a.json.tmp", "a.PART", "a.json~", "a.json.receipt.json"})
  void unfinished_files_and_receipts_are_not_wanted(String name) throws IOException {
    assertThat(inbox.wants(file(name, "{}", 60))).isFalse();
  }

  @Test
  void links_and_folders_are_not_wanted() throws IOException {
    Path link = inbox.folder().resolve("link.json");
    assertThat(inbox.wants(Files.createSymbolicLink(link, file("a.json", "{}", 9)))).isFalse();
    assertThat(inbox.wants(Files.createDirectory(inbox.folder().resolve("d.json")))).isFalse();
    assertThatThrownBy(() -> inbox.read(link)).isInstanceOf(NotYet.class);
  }

  @Test
  void a_file_replaced_after_it_was_read_goes_back_to_the_inbox() throws IOException {
    var dropped = inbox.read(file("a.json", "{\"title\":\"Old\"}", 9));
    file("b.json", "{\"title\":\"New one\"}", 5);
    Files.move(
        inbox.folder().resolve("b.json"),
        inbox.folder().resolve("a.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    inbox.refuse(dropped, INVALID);
    assertThat(inbox.folder().resolve("a.json")).hasContent("{\"title\":\"New one\"}");
    assertThat(home.resolve("refused")).isEmptyDirectory();
  }

  @Test
  void what_cannot_be_read_is_left_until_it_is_still() throws IOException {
    var growing = inbox.read(file("a.json", "{", 1));
    inbox.refuse(growing, UNREADABLE);
    assertThat(growing.path()).exists();
    inbox.refuse(inbox.read(file("a.json", "{", 2)), UNREADABLE);
    assertThat(growing.path()).doesNotExist();
    assertThat(home.resolve("refused/a.json.receipt.json")).content().contains("too early");
  }

  @Test
  void too_large_and_unknown_files_are_refused_unread() throws IOException {
    var large = inbox.read(file("a.json", "x".repeat(1_001), 9));
    assertThat(large.submission().body()).isEmpty();
    assertThatThrownBy(() -> inbox.open(large)).hasMessageContaining("1,001 bytes");
    var text = inbox.read(file("a.txt", "x", 9));
    assertThatThrownBy(() -> inbox.open(text)).hasMessageContaining("no type");
  }

  @Test
  void a_file_that_is_gone_is_looked_at_no_more() {
    Path gone = inbox.folder().resolve("gone.json");
    assertThat(inbox.wants(gone)).isFalse();
    assertThatThrownBy(() -> inbox.read(gone)).isInstanceOf(NotYet.class);
  }

  @Test
  void files_of_one_name_get_numbers() throws IOException {
    for (int i = 0; i < 3; i++) {
      inbox.accept(inbox.read(file("a.json", "{}" + " ".repeat(i), 9)), Receipt.refused(List.of()));
    }
    for (String name : List.of("a.json", "a-2.json", "a-3.json")) {
      assertThat(home.resolve("done").resolve(name)).exists();
      assertThat(home.resolve("done").resolve(name + ".receipt.json")).exists();
    }
  }

  @Test
  void the_longest_names_leave_room_for_their_receipt() throws IOException {
    for (String name :
        List.of("ö".repeat(125) + ".json", "a." + "x".repeat(253), "b".repeat(255))) {
      inbox.refuse(inbox.read(file(name, "{}", 9)), INVALID);
      assertThat(inbox.folder()).isEmptyDirectory();
    }
    try (var kept = Files.list(home.resolve("refused"))) {
      assertThat(kept).hasSize(6);
    }
  }

  @Test
  void a_key_is_the_content_of_a_file_and_the_choice_of_a_request() {
    var submissions = new Submissions(Clock.fixed(NOW, ZoneOffset.UTC), new Random(1));
    var json = org.regionwire.news.Format.JSON;
    byte[] body = "{}".getBytes(UTF_8);
    assertThat(submissions.file(json, body).key()).isEqualTo(submissions.file(json, body).key());
    assertThat(submissions.file(json, body).key())
        .isNotEqualTo(submissions.file(org.regionwire.news.Format.MARKDOWN, body).key());
    assertThat(
            submissions.request(Submissions.NEWSROOM, java.util.Optional.of("k"), json, body).key())
        .isEqualTo("newsroom key k");
    var once = submissions.request(json, body);
    assertThat(once.keyed()).isFalse();
    assertThat(once.key()).isNotEqualTo(submissions.request(json, body).key());
  }
}
