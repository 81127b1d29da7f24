package org.regionwire.archive;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regionwire.news.Items;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/** What every archive finds for a selection, in its order and at its time. */
abstract class SelectionContract extends ArchiveFixture {
  @Test
  void regions_that_have_items_are_counted_the_recent_and_unexpired_ones() {
    clock.set(NOON.minus(Duration.ofDays(40)));
    archive.add(List.of(anItem().about("oslo", "norway").build(), anItem().about("riga").build()));
    clock.set(NOON);
    archive.add(
        List.of(
            anItem().about("malmo", "sweden").build(),
            anEvent("2026-10-09").about("malmo").build(),
            anItem().about("oslo").build(),
            anItem().about("riga").expiringAt(NOON.minusSeconds(1)).build()));
    assertThat(archive.countsByRegion(NOON.minus(Duration.ofDays(30)), NOON))
        .containsOnly(
            entry("malmo", 2),
            entry("sweden", 1),
            entry("oslo", 1),
            entry("norway", 0),
            entry("riga", 0));
    assertThat(archive.countsByRegion(NOON.plusSeconds(1), NOON)).containsEntry("malmo", 0);
  }

  @Test
  void an_empty_archive_counts_nothing() {
    assertThat(archive.countsByRegion(NOON.minus(Duration.ofDays(30)), NOON)).isEmpty();
  }

  @Test
  void a_correction_keeps_its_place_in_feeds() {
    add(bridge().titled("a").about("malmo").build());
    var newer = add(anItem().about("malmo").build());
    var corrected = add(bridge().titled("b").about("malmo").build());
    assertThat(archive.latest(Selection.ALL, 9, NOON)).containsExactly(newer, corrected);
    assertThat(latest("malmo")).containsExactly(newer, corrected);
  }

  @Test
  void a_correction_moves_an_item_to_its_new_regions_kind_and_topics() {
    add(bridge().about("malmo", "skane").on("ict").build());
    var event = Items.anEvent("2026-10-09").withId(BRIDGE).about("skane", "oslo").on("energy");
    var moved = add(event.build());
    assertThat(latest("malmo")).isEmpty();
    assertThat(latest("skane")).containsExactly(moved);
    assertThat(latest("oslo")).containsExactly(moved);
    assertThat(latest(select(List.of("skane"), Kind.NEWS))).isEmpty();
    assertThat(latest(select(List.of("skane"), Kind.EVENT))).containsExactly(moved);
    assertThat(latest(select(List.of(), null, "ict"))).isEmpty();
    assertThat(latest(select(List.of(), null, "energy"))).containsExactly(moved);
  }

  @Test
  void a_selection_finds_what_it_matches() {
    var all =
        archive.add(
            List.of(
                anItem().about("malmo", "skane").on("ict").build(),
                anEvent("2026-05-01").about("malmo").build(),
                anItem().about("oslo").on("ict", "energy").build(),
                anEvent("2026-05-02T10:00").about("oslo", "malmo").on("energy").build(),
                anItem().build()));
    for (var regions : List.of(List.<String>of(), List.of("malmo"), List.of("malmo", "oslo"))) {
      for (var kind :
          List.of(Optional.<Kind>empty(), Optional.of(Kind.NEWS), Optional.of(Kind.EVENT))) {
        for (var topics : List.of(List.<String>of(), List.of("ict"), List.of("ict", "energy"))) {
          var selection = Selection.of(regions, kind, topics);
          var expected =
              all.stream().filter(i -> selection.matches(i.enriched())).collect(toList());
          assertThat(latest(selection)).as("%s", selection).isEqualTo(newestFirst(expected));
          assertThat(archive.window(selection, 0, 99, 99, NOON))
              .as("%s", selection)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void a_selection_of_very_many_regions_finds_each_item_once() {
    var stored = add(anItem().about("r1", "r2", "r900").on("ict").build());
    add(anItem().about("elsewhere").build());
    var regions = IntStream.range(0, 2000).mapToObj(i -> "r" + i).toList();
    assertThat(latest(select(regions, null))).containsExactly(stored);
    assertThat(latest(select(regions, Kind.EVENT))).isEmpty();
    assertThat(latest(select(regions, Kind.NEWS, "ict"))).containsExactly(stored);
  }

  @Test
  void a_region_or_topic_said_twice_counts_once() {
    var stored = add(anItem().about("malmo", "malmo").on("ict", "ict").build());
    assertThat(latest("malmo")).containsExactly(stored);
  }

  @Test
  void a_page_is_as_long_as_it_is_asked_to_be() {
    var stored = archive.add(items(30));
    assertThat(archive.latest(Selection.ALL, 10, NOON))
        .isEqualTo(newestFirst(stored).subList(0, 10));
    assertThat(archive.latest(Selection.region("malmo"), 7, NOON))
        .isEqualTo(newestFirst(stored).subList(0, 7));
  }

  @Test
  void an_expired_item_is_on_no_page_but_in_the_archive() {
    var stored = add(bridge().about("malmo").on("ict").expiringAt(NOON).build());
    for (var selection :
        List.of(Selection.ALL, Selection.region("malmo"), select(List.of(), null, "ict"))) {
      assertThat(archive.latest(selection, 9, NOON.minusMillis(1))).containsExactly(stored);
      assertThat(archive.latest(selection, 9, NOON)).isEmpty();
      assertThat(archive.window(selection, 0, 9, 9, NOON.minusMillis(1))).containsExactly(stored);
      assertThat(archive.window(selection, 0, 9, 9, NOON)).isEmpty();
      assertThat(archive.ever(selection, 0, 9, 9)).containsExactly(stored);
      assertThat(archive.places(selection, 0, 9, 9, true)).containsExactly(1L);
    }
    assertThat(archive.find(BRIDGE)).hasValue(stored);
  }

  @Test
  void an_expired_item_that_is_given_more_time_is_back() {
    add(bridge().about("malmo").expiringAt(NOON.minusSeconds(1)).build());
    var back = add(bridge().about("malmo").expiringAt(NOON.plusSeconds(1)).build());
    assertThat(latest("malmo")).containsExactly(back);
  }

  @Test
  void a_window_has_what_was_first_published_in_it_oldest_first() {
    var stored = archive.add(items(10));
    assertThat(archive.window(Selection.ALL, 3, 7, 99, NOON)).isEqualTo(stored.subList(3, 7));
    assertThat(archive.window(Selection.region("malmo"), 3, 7, 2, NOON))
        .isEqualTo(stored.subList(3, 5));
    assertThat(archive.window(Selection.ALL, 10, 99, 9, NOON)).isEmpty();
    assertThat(archive.window(Selection.ALL, 7, 3, 9, NOON)).isEmpty();
  }

  @Test
  void a_window_shows_the_present_revision_where_the_first_one_was() {
    add(bridge().titled("a").build());
    add(anItem().build());
    var corrected = add(bridge().titled("b").build());
    assertThat(archive.window(Selection.ALL, 0, 1, 9, NOON)).containsExactly(corrected);
    assertThat(archive.window(Selection.ALL, 2, 9, 9, NOON)).isEmpty();
  }
}
