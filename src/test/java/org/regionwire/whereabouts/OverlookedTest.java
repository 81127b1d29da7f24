package org.regionwire.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;

class OverlookedTest {
  @TempDir Path folder;
  private Database database;
  private Archive archive;

  @BeforeEach
  void open() {
    database = Databases.sqlite(folder);
    archive = new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void what_was_announced_is_not_overlooked_and_the_rest_is_found_once() {
    archive.add(List.of(anItem().build()));
    var overlooked = new Overlooked(archive, true, found -> {});
    assertThat(overlooked.find()).isEmpty();
    var announced = archive.add(List.of(anItem().build()));
    var missed = archive.add(List.of(anItem().build()));
    overlooked.told(announced);
    assertThat(overlooked.find()).isEqualTo(missed);
    assertThat(overlooked.find()).isEmpty();
  }

  @Test
  void many_are_found_some_at_a_time_and_all_of_them() {
    var overlooked = new Overlooked(archive, true, found -> {});
    for (int i = 0; i < 11; i++) {
      archive.add(java.util.stream.Stream.generate(() -> anItem().build()).limit(100).toList());
    }
    assertThat(overlooked.find()).hasSize(1000);
    assertThat(overlooked.find()).hasSize(100);
    assertThat(overlooked.find()).isEmpty();
  }
}
