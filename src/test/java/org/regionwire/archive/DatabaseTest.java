package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
  @TempDir Path folder;

  @Test
  void a_commit_on_sqlite_is_on_the_disk() {
    try (var database = Databases.sqlite(folder)) {
      assertThat(database.<String>write(h -> pragma(h, "journal_mode"))).isEqualTo("wal");
      assertThat(database.<String>write(h -> pragma(h, "synchronous"))).isEqualTo("2");
      assertThat(database.<String>write(h -> pragma(h, "busy_timeout"))).isEqualTo("5000");
      assertThat(database.<String>write(h -> pragma(h, "foreign_keys"))).isEqualTo("1");
      assertThat(database.<String>write(h -> pragma(h, "wal_autocheckpoint"))).isEqualTo("4000");
      assertThat(database.<String>read(h -> pragma(h, "query_only"))).isEqualTo("1");
    }
  }

  @Test
  void a_database_opens_again_with_what_it_held() {
    String url = "sqlite:" + folder.resolve("new/folder/regionwire.db");
    for (int opened = 0; opened < 2; opened++) {
      try (var database = Database.open(url)) {
        int before = opened;
        assertThat(
                database.<Integer>write(
                    h ->
                        h.execute(
                            "update archive_state set items = ? where items = ?",
                            before + 1,
                            before)))
            .isEqualTo(1);
      }
    }
  }

  @Test
  void every_script_has_run_once_on_both() {
    try (var sqlite = Databases.sqlite(folder);
        var postgresql = Databases.postgresql()) {
      for (var database : List.of(sqlite, postgresql)) {
        assertThat(database.<List<String>>read(DatabaseTest::scriptsRun))
            .containsExactlyInAnyOrderElementsOf(JdbiMigrations.shipped());
      }
    }
  }

  @Test
  void a_script_that_has_not_run_runs_when_the_database_is_opened_again() {
    String url = "sqlite:" + folder.resolve("older.db");
    try (var database = Database.open(url)) {
      database.<Integer>write(h -> h.execute("delete from flyway_schema_history"));
    }
    assertThatThrownBy(() -> Database.open(url)).hasMessageContaining("V1__archive.sql");
  }

  @Test
  void the_shipped_empty_file_is_what_the_scripts_make() throws IOException {
    Path byScripts = Files.createFile(folder.resolve("scripts.db"));
    Path half = Files.writeString(folder.resolve("shipped.db.new"), "left by a crash");
    Path shipped = folder.resolve("shipped.db");
    EmptyDatabase.placeAt(shipped);
    assertThat(Files.size(shipped)).isGreaterThan(0);
    assertThat(half).doesNotExist();
    try (var one = Database.open("sqlite:" + byScripts);
        var other = Database.open("sqlite:" + shipped)) {
      assertThat(other.<List<String>>read(DatabaseTest::tables))
          .isNotEmpty()
          .isEqualTo(one.<List<String>>read(DatabaseTest::tables));
    }
  }

  private static List<String> tables(Handle handle) {
    return handle
        .createQuery("select name || ' ' || coalesce(sql, '') from sqlite_master order by 1")
        .mapTo(String.class)
        .list();
  }

  @Test
  void a_failed_write_is_undone() {
    try (var database = Databases.sqlite(folder)) {
      assertThatThrownBy(
              () ->
                  database.write(
                      h -> {
                        h.execute("update archive_state set items = 9");
                        throw new IllegalStateException("no");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(
              database.<Long>read(
                  h -> h.createQuery("select items from archive_state").mapTo(Long.class).one()))
          .isZero();
    }
  }

  @Test
  void a_url_says_where_and_who() {
    var url = DatabaseUrl.parse("postgresql://wire:p%40ss+word@db.example:5433/news?ssl=true");
    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/news?ssl=true");
    assertThat(url.user()).hasValue("wire");
    assertThat(url.password()).hasValue("p@ss+word");
    assertThat(DatabaseUrl.parse("postgresql://db/news?user=a@b").jdbc())
        .isEqualTo("jdbc:postgresql://db/news?user=a@b");
    assertThat(DatabaseUrl.parse("postgresql:news").jdbc()).isEqualTo("jdbc:postgresql:news");
    assertThat(DatabaseUrl.parse("sqlite:data/regionwire.db").file())
        .isEqualTo("data/regionwire.db");
  }

  @Test
  void a_url_of_something_else_is_refused_without_repeating_it() {
    assertThatThrownBy(() -> Database.open("mysql://root:secret@host/db"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sqlite:<file>")
        .hasMessageNotContaining("secret");
  }

  private static List<String> scriptsRun(Handle handle) {
    return handle
        .createQuery("select script from flyway_schema_history where success")
        .mapTo(String.class)
        .list();
  }

  private static String pragma(Handle handle, String name) {
    return handle.createQuery("pragma " + name).mapTo(String.class).one();
  }
}
