package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.archive.JdbiSelections.State;
import org.regionwire.archive.JdbiSelections.Window;
import org.regionwire.news.Kind;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/** A page is read in the order of an index, so that it costs the same however large the archive. */
class JdbiSelectionsTest {
  private static final Window OLDEST_FIRST = new Window(10, 20, false, State.STANDING);
  private static final Window WITHDRAWN = new Window(10, 20, true, State.WITHDRAWN);
  private static final Window EVER = new Window(10, 20, true, State.EVER);
  private static final Window EVER_ON = new Window(10, 20, false, State.EVER);

  @TempDir Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Databases.sqlite(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    ",      ,     ,    item",
    ",      NEWS, ,    item_by_kind",
    "malmo, NEWS, ,    PRIMARY KEY (region=? AND kind=?",
    "malmo, NEWS, ict, PRIMARY KEY (region=? AND kind=?",
    ",      NEWS, ict, PRIMARY KEY (topic=? AND kind=?"
  })
  void one_walk_follows_one_index_without_sorting(
      String region, Kind kind, String topic, String index) {
    var selection = Selection.of(list(region), Optional.ofNullable(kind), list(topic));
    for (var window : List.of(Window.LATEST, OLDEST_FIRST, WITHDRAWN, EVER, EVER_ON)) {
      assertThat(plan(selection, window))
          .anyMatch(step -> step.startsWith("SEARCH walked USING") && step.contains(index))
          .noneMatch(step -> step.startsWith("SCAN"))
          .noneMatch(step -> step.contains("TEMP B-TREE"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"malmo", "malmo,oslo", "malmo,oslo,skane"})
  void a_union_sorts_only_the_pages_of_its_walks(String regions) {
    var slugs = List.of(regions.split(","));
    var plan = plan(Selection.of(slugs, Optional.empty(), List.of()), Window.LATEST);
    assertThat(plan)
        .filteredOn(step -> step.startsWith("SEARCH walked USING PRIMARY KEY (region=? AND kind=?"))
        .hasSize(2 * slugs.size());
    assertThat(plan)
        .noneMatch(step -> step.startsWith("SCAN walked") || step.startsWith("SCAN item"));
    assertThat(plan.get(plan.size() - 1)).doesNotContain("walked");
  }

  @Test
  void a_language_alone_is_walked_by_its_index() {
    assertThat(plan(Selection.ALL.in(List.of("sv")), Window.LATEST))
        .filteredOn(
            step -> step.startsWith("SEARCH walked USING PRIMARY KEY (language=? AND kind=?"))
        .hasSize(2);
  }

  @Test
  void what_is_left_out_is_looked_up_by_its_index() {
    assertThat(plan(Selection.ALL.except(List.of("malmo", "oslo")), Window.LATEST))
        .anyMatch(step -> step.startsWith("SEARCH other USING PRIMARY KEY (region=? AND kind=?"))
        .noneMatch(step -> step.contains("TEMP B-TREE"));
  }

  @Test
  void a_search_walks_the_items_that_have_its_words_without_sorting() {
    var search = Selection.region("malmo").saying(SearchWords.of("harbour \"new pier\""));
    for (var window : List.of(Window.LATEST, OLDEST_FIRST, EVER)) {
      var plan = plan(search, window);
      assertThat(plan.get(0)).startsWith("SCAN item_words VIRTUAL TABLE INDEX");
      assertThat(plan.get(1)).startsWith("SEARCH walked USING INDEX");
      assertThat(plan).noneMatch(step -> step.contains("TEMP B-TREE"));
    }
  }

  @Test
  void slugs_are_never_part_of_the_statement() {
    var selection = Selection.region("x' or '1'='1");
    assertThat(new JdbiSelections(selection, Window.LATEST, true).sql()).doesNotContain("or '1'");
  }

  private List<String> plan(Selection selection, Window window) {
    String sql = new JdbiSelections(selection, window, true).sql().replaceAll(":[a-zA-Z0-9]+", "?");
    return database.read(
        h -> {
          var query = h.createQuery("explain query plan " + sql);
          for (int i = 0; i < sql.chars().filter(c -> c == '?').count(); i++) {
            query.bind(i, 1);
          }
          return query.map((row, context) -> row.getString("detail")).list();
        });
  }

  private static List<String> list(String slug) {
    return slug == null ? List.of() : List.of(slug);
  }
}
