package org.regionwire.digest.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderOutboxTest {
  @TempDir Path folder;

  @Test
  void a_letter_is_one_file_however_often_it_is_sent() throws IOException {
    try (var outbox =
        Outbox.open("folder:" + folder.resolve("out/box"), Clock.systemUTC(), Mails.UNSIGNED)) {
      assertThat(outbox.send(Mails.to("ann@example.org")).kind()).isEqualTo(Outcome.Kind.ACCEPTED);
      assertThat(outbox.send(Mails.to("ann@example.org")).kind()).isEqualTo(Outcome.Kind.ACCEPTED);
    }
    assertThat(files(folder.resolve("out/box"))).containsExactly("20260303T070000Z-letter1.eml");
    assertThat(folder.resolve("out/box/20260303T070000Z-letter1.eml"))
        .hasBinaryContent(MimeLetter.bytes(Mails.to("ann@example.org")));
  }

  @Test
  void a_letter_to_an_address_beyond_ascii_has_its_headers_in_utf_8() throws IOException {
    try (var outbox = Outbox.open("folder:" + folder, Clock.systemUTC(), Mails.UNSIGNED)) {
      assertThat(outbox.onlyAscii()).isEmpty();
      outbox.send(Mails.mail("a", "åsa@example.org", "Två – 三"));
    }
    assertThat(folder.resolve("20260303T070000Z-a.eml"))
        .content()
        .contains("To: åsa@example.org\r\n", "Subject: Två – 三\r\n", "Öresund Wire");
  }

  @Test
  void a_folder_that_cannot_be_written_defers_the_letter() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "in the way");
    try (var outbox = Outbox.open("folder:" + file, Clock.systemUTC(), Mails.UNSIGNED)) {
      assertThat(outbox.send(Mails.to("ann@example.org")).kind()).isEqualTo(Outcome.Kind.DEFERRED);
    }
  }

  @Test
  void letters_can_be_erased_by_their_ids_and_by_their_age_and_nothing_else_is()
      throws IOException {
    Files.writeString(folder.resolve("notes.eml"), "mine");
    Files.writeString(folder.resolve("20250101T000000Z-old.eml"), "old");
    try (var outbox = Outbox.open("folder:" + folder, Clock.systemUTC(), Mails.UNSIGNED)) {
      outbox.send(Mails.mail("a", "ann@example.org", "One"));
      outbox.send(Mails.mail("b", "ben@example.org", "Two"));
      outbox.erase(Set.of("a", "notes"));
      assertThat(files(folder))
          .containsExactlyInAnyOrder(
              "notes.eml", "20250101T000000Z-old.eml", "20260303T070000Z-b.eml");
      outbox.eraseBefore(Mails.NOW);
    }
    assertThat(files(folder)).containsExactlyInAnyOrder("notes.eml", "20260303T070000Z-b.eml");
  }

  @Test
  void where_no_letter_ever_lay_nothing_is_erased() {
    try (var outbox =
        Outbox.open("folder:" + folder.resolve("none"), Clock.systemUTC(), Mails.UNSIGNED)) {
      outbox.eraseBefore(Mails.NOW);
    }
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private static List<String> files(Path folder) throws IOException {
    try (var paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).toList();
    }
  }
}
