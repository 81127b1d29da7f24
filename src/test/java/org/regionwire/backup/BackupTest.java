package org.regionwire.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.SomeNews;
import org.regionwire.backup.JdbiRestore.Hold;
import org.regionwire.news.MovingClock;

class BackupTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Progress QUIET = (what, done) -> {};
  private static final Consumer<Consumer<String>> NOTHING_WAITS = each -> {};

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "sqlite, sqlite",
    "sqlite, postgresql",
    "postgresql, sqlite",
    "postgresql, postgresql"
  })
  void everything_is_there_again_on_either_database(String from, String to) throws Exception {
    Map<String, List<String>> before;
    Path file = folder.resolve("wire.zip");
    try (var database = Database.open(url(from))) {
      fill(database);
      before = kept(database);
      backup(database).make(file, NOTHING_WAITS, Map.of());
    }
    assertThat(before.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
    try (var database = restored(file, url(to), Optional.empty())) {
      assertThat(kept(database)).isEqualTo(before);
      assertThat(numbers(database, "select count(*) from item"))
          .isEqualTo(numbers(database, "select items from archive_state"))
          .doesNotContain(0L);
    }
  }

  @Test
  void a_backup_of_a_wire_that_may_have_run_on_holds_letters_and_gives_no_sequence_twice()
      throws Exception {
    Path file = made();
    var hold = new Hold(NOON, NOON.plusSeconds(60), "restored");
    try (var database = restored(file, url("sqlite"), Optional.of(hold))) {
      assertThat(numbers(database, "select count(*) from pause where scope = 'all'"))
          .containsExactly(1L);
      assertThat(numbers(database, "select last_sequence - 1000000000 from archive_state"))
          .isEqualTo(numbers(database, "select max(sequence) from revision"));
    }
  }

  @Test
  void what_waits_for_the_archive_and_the_secrets_come_back_as_they_were() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), "s3cret\n");
    Path file = folder.resolve("wire.zip");
    try (var database = Database.open(url("sqlite"))) {
      backup(database)
          .make(
              file,
              each -> List.of("{\"a\": 1}", "two\nlines ö").forEach(each),
              Map.of("secret", secret, "readers", folder.resolve("missing")));
    }
    Path again = folder.resolve("new/secret");
    List<String> waited = new ArrayList<>();
    try (var restore = new JdbiRestore(file, QUIET)) {
      restore.files(Map.of("secret", again, "readers", folder.resolve("new/readers")));
      restore.files(Map.of("secret", again));
      restore.accepted(waited::add);
      Files.writeString(again, "another");
      assertThatThrownBy(() -> restore.files(Map.of("secret", again)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("move it away");
    }
    assertThat(waited).containsExactly("{\"a\": 1}", "two\nlines ö");
    assertThat(folder.resolve("new/readers")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(again)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void a_database_with_something_in_it_is_left_alone(String kind) throws Exception {
    Path file = made();
    String url = url(kind);
    Map<String, List<String>> before;
    try (var database = Database.open(url)) {
      new SomeNews(3).happensIn(database, 10);
      before = kept(database);
    }
    assertThatThrownBy(() -> restored(file, url, Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("revision")
        .hasMessageContaining("regionwire.database");
    try (var database = Database.open(url)) {
      assertThat(kept(database)).isEqualTo(before);
    }
  }

  @Test
  void every_byte_that_changes_is_found_out_or_changes_nothing() throws Exception {
    Path file = made();
    byte[] whole = Files.readAllBytes(file);
    int found = 0;
    for (int at = 0; at < whole.length; at += 1 + whole.length / 100) {
      byte[] bytes = whole.clone();
      bytes[at] ^= 0x10;
      Path damaged = Files.write(folder.resolve("damaged.zip"), bytes);
      try (var restore = new JdbiRestore(damaged, QUIET);
          var sound = new JdbiRestore(file, QUIET)) {
        // what no reader looks at: times and flags of the zip's own
        assertThat(restore.made()).isEqualTo(sound.made());
      } catch (Damaged e) {
        found++;
      }
    }
    assertThat(found).isGreaterThan(75);
  }

  @Test
  void a_damaged_part_is_named() throws Exception {
    Path file = made();
    byte[] bytes = Files.readAllBytes(file);
    String names = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    bytes[names.indexOf("tables/revision.jsonl") + 300] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> new JdbiRestore(file, QUIET))
        .isInstanceOf(Damaged.class)
        .hasMessageContaining("damaged in tables/revision.jsonl")
        .hasMessageContaining("nothing was written");
  }

  @Test
  void a_file_that_was_cut_off_or_is_something_else_is_refused() throws Exception {
    Path file = made();
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 10, whole.length / 2, whole.length - 1}) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> new JdbiRestore(file, QUIET)).isInstanceOf(Damaged.class);
    }
    assertThatThrownBy(() -> new JdbiRestore(folder.resolve("none.zip"), QUIET))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("there is no file");
  }

  @Test
  void one_of_a_later_version_is_refused() throws Exception {
    Path file = folder.resolve("wire.zip");
    try (var writer = new BackupWriter(file)) {
      writer.finish("Regionwire 99", NOON.toString(), Database.newest() + 1);
    }
    assertThatThrownBy(() -> new JdbiRestore(file, QUIET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Regionwire 99");
  }

  @ParameterizedTest
  @CsvSource({"sqlite, postgresql", "postgresql, sqlite"})
  void one_of_an_earlier_version_is_brought_up_to_date(String from, String to) throws Exception {
    Path file = folder.resolve("old.zip");
    try (var database = Database.openAt(url(from), 10)) {
      database.<Integer>write(
          handle -> handle.execute("insert into suppression values ('hash', 'erased', 5)"));
      backup(database).make(file, NOTHING_WAITS, Map.of());
    }
    try (var database = restored(file, url(to), Optional.empty())) {
      assertThat(database.version()).isEqualTo(Database.newest());
      assertThat(kept(database).get("suppression")).hasSize(1);
      assertThat(kept(database)).containsKey("sender_token");
    }
    String url = url(to);
    Database.open(url).close();
    assertThatThrownBy(() -> restored(file, url, Optional.empty()))
        .hasMessageContaining("another version");
  }

  @Test
  void a_backup_that_fails_leaves_no_file_and_the_next_one_is_whole() throws Exception {
    Path file = folder.resolve("wire.zip");
    try (var database = Database.open(url("sqlite"))) {
      var backup = backup(database);
      Consumer<Consumer<String>> full =
          each -> {
            throw new UncheckedIOException(new IOException("No space left on device"));
          };
      assertThatThrownBy(() -> backup.make(file, full, Map.of()))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
      assertThat(files()).noneMatch(name -> name.startsWith("wire.zip"));
      Files.writeString(folder.resolve("wire.zip.part"), "what a killed one left");
      backup.make(file, NOTHING_WAITS, Map.of());
      assertThatThrownBy(() -> backup.make(file, NOTHING_WAITS, Map.of()))
          .hasMessageContaining("is there already");
    }
    new JdbiRestore(file, QUIET).close();
    assertThat(files()).doesNotContain("wire.zip.part");
  }

  @Test
  void a_restore_that_dies_is_run_again() throws Exception {
    Path file = made();
    String url = url("sqlite");
    try (var restore = new JdbiRestore(file, QUIET);
        var database = restore.open(url)) {
      var dying =
          new JdbiRestore(
              file,
              (what, done) -> {
                if (what.equals("subscriber")) {
                  throw new IllegalStateException("killed");
                }
              });
      assertThatThrownBy(() -> dying.tables(database, new ItemJson(), Optional.empty()))
          .hasMessage("killed");
      dying.close();
    }
    try (var database = restored(file, url, Optional.empty())) {
      assertThat(kept(database).get("revision")).hasSizeGreaterThan(100);
    }
  }

  private Path made() throws IOException {
    Path file = folder.resolve("wire.zip");
    try (var database = Database.open(url("sqlite"))) {
      fill(database);
      backup(database).make(file, NOTHING_WAITS, Map.of());
    }
    return file;
  }

  private static JdbiBackup backup(Database database) {
    return new JdbiBackup(database, new MovingClock(NOON), "Regionwire 1", QUIET);
  }

  private static Database restored(Path file, String url, Optional<Hold> hold) throws IOException {
    try (var restore = new JdbiRestore(file, QUIET)) {
      var database = restore.open(url);
      restore.tables(database, new ItemJson(), hold);
      return database;
    }
  }

  private static void fill(Database database) {
    new SomeNews(5).happensIn(database, 300);
    SomeRows.insert(database);
  }

  private static Map<String, List<String>> kept(Database database) {
    return database.read(SomeRows::kept);
  }

  private static List<Long> numbers(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(Long.class).list());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private String url(String kind) {
    return kind.equals("postgresql")
        ? Databases.postgresqlUrl()
        : "sqlite:" + folder.resolve("db-" + System.nanoTime() + ".db");
  }
}
