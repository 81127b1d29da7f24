package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.news.Change;
import org.regionwire.news.Change.What;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Origin;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/**
 * On both databases: what is in use, and what is added for items from before there were searches.
 */
class JdbiUseTest {
  @TempDir Path folder;

  @Test
  void regions_and_topics_are_in_use_when_there_are_items_of_them() {
    for (var database : List.of(Databases.sqlite(folder), Databases.postgresql())) {
      try (database) {
        var used = new JdbiUse(database);
        assertThat(used.regions()).isEmpty();
        assertThat(used.topics()).isEmpty();
        archive(database)
            .add(
                List.of(
                    anItem().about("oslo", "norway").on("ict").build(),
                    anEvent("2026-05-01").about("oslo", "malmo").build()));
        assertThat(used.regions()).containsExactly("malmo", "norway", "oslo");
        assertThat(used.topics()).containsExactly("ict");
        var bridge = anItem().withId(ItemId.derivedFrom("bridge")).about("lund").on("maritime");
        archive(database).add(List.of(bridge.build()));
        assertThat(used.regions()).contains("lund");
        archive(database).add(List.of(withdrawn(bridge.build())));
        assertThat(used.regions()).containsExactly("malmo", "norway", "oslo");
        assertThat(used.topics()).containsExactly("ict");
      }
    }
  }

  @Test
  void items_from_before_there_were_searches_are_found_once_the_archive_is_opened() {
    for (var database : List.of(Databases.sqlite(folder), Databases.postgresql())) {
      try (database) {
        archive(database).add(java.util.Collections.nCopies(1, swedish("pier")));
        archive(database)
            .add(
                java.util.stream.IntStream.range(0, 1200).mapToObj(i -> swedish("n" + i)).toList());
        forget(database);
        var archive = archive(database);
        assertThat(found(archive, Selection.ALL.in(List.of("sv")))).isEqualTo(1201);
        assertThat(found(archive, Selection.ALL.saying(SearchWords.of("pier")))).isEqualTo(1);
        assertThat(found(archive, Selection.ALL.saying(SearchWords.of("n1199")))).isEqualTo(1);
      }
    }
  }

  @Test
  void what_can_be_searched_already_may_be_made_searchable_once_more() {
    try (var database = Databases.sqlite(folder)) {
      archive(database).add(List.of(swedish("A pier")));
      database.write(handle -> handle.execute("update archive_state set searchable = 0"));
      var archive = archive(database);
      assertThat(found(archive, Selection.ALL.in(List.of("sv")))).isOne();
      assertThat(found(archive, Selection.ALL.saying(SearchWords.of("pier")))).isOne();
    }
  }

  private static EnrichedItem withdrawn(EnrichedItem item) {
    var was = item.item().origin();
    var change = new Change(What.WITHDRAWAL, Optional.of("why"), List.of());
    return item.from(
        new Origin(was.sender(), "gone", "h", was.received(), was.senderId(), Optional.of(change)));
  }

  private static EnrichedItem swedish(String title) {
    return anItem().titled(title).in("sv").build();
  }

  /** As the scripts leave an archive that had items before. */
  private static void forget(Database database) {
    database.write(
        handle -> {
          handle.execute("delete from item_language");
          handle.execute("delete from item_words");
          return handle.execute("update archive_state set searchable = 0");
        });
  }

  private static int found(Archive archive, Selection selection) {
    return archive.latest(selection, 5000, Instant.EPOCH).size();
  }

  private static Archive archive(Database database) {
    return new JdbiArchive(database, Clock.systemUTC(), new ItemJson());
  }
}
