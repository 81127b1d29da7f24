package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/** What follows from the revisions comes out the same when it is made anew. */
abstract class RebuildContract {
  private static final List<String> TABLES =
      List.of("item", "item_region", "item_topic", "item_language", "withdrawal", "archive_state");
  private static final Selection PIER = Selection.ALL.saying(SearchWords.of("pier"));

  private final ItemJson json = new ItemJson();
  private Database database;

  abstract Database open();

  @BeforeEach
  void some_news_happened() {
    database = open();
    new SomeNews(7).happensIn(database, 400);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void every_table_that_is_derived_is_the_same_after_a_rebuild() {
    var before = derived();
    var found = found();
    assertThat(before.get("withdrawal")).isNotEmpty();
    assertThat(found).isNotEmpty();
    long items = new JdbiRebuild(database, json).run(done -> {});
    assertThat(items).isEqualTo(before.get("item").size());
    assertThat(derived()).isEqualTo(before);
    assertThat(found()).isEqualTo(found);
  }

  @Test
  void what_is_missing_or_wrong_is_right_after_a_rebuild() {
    var before = derived();
    var found = found();
    database.<Integer>write(
        handle -> {
          handle.execute("delete from item_region where region = 'malmo'");
          handle.execute("delete from withdrawal");
          handle.execute("update item set kind = 'event', published = 1");
          handle.execute("update archive_state set items = 0");
          return handle.execute("delete from item_words");
        });
    assertThat(derived()).isNotEqualTo(before);
    new JdbiRebuild(database, json).run(done -> {});
    assertThat(derived()).isEqualTo(before);
    assertThat(found()).isEqualTo(found);
  }

  @Test
  void a_rebuild_that_dies_has_changed_nothing() {
    var before = derived();
    var rebuild = new JdbiRebuild(database, json);
    assertThatThrownBy(
            () ->
                rebuild.run(
                    done -> {
                      throw new IllegalStateException("killed");
                    }))
        .hasMessage("killed");
    assertThat(derived()).isEqualTo(before);
  }

  @Test
  void one_that_is_wanted_is_done_before_the_archive_is_used() {
    var before = derived();
    database.<Boolean>write(
        handle -> {
          JdbiRebuild.DERIVED.forEach(table -> handle.execute("delete from " + table));
          JdbiRebuild.want(handle);
          return true;
        });
    new JdbiArchive(database, Clock.systemUTC(), json);
    assertThat(derived()).isEqualTo(before);
  }

  private Map<String, List<String>> derived() {
    var rows = new LinkedHashMap<String, List<String>>();
    for (String table : TABLES) {
      rows.put(
          table,
          database.read(
              handle ->
                  handle
                      .createQuery("select * from " + table)
                      .mapToMap()
                      .map(row -> new java.util.TreeMap<>(row).toString())
                      .collectIntoList()
                      .stream()
                      .sorted()
                      .toList()));
    }
    return rows;
  }

  private List<Long> found() {
    var archive = new JdbiArchive(database, Clock.systemUTC(), json);
    return new ArrayList<>(archive.places(PIER, 0, Long.MAX_VALUE, 1_000, true));
  }
}
