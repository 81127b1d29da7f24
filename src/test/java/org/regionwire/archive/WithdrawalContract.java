package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Verdict.Outcome;
import org.regionwire.news.Change.What;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/** What every archive does with an item that is withdrawn and brought back. */
abstract class WithdrawalContract extends LifeFixture {
  @Test
  void a_page_of_the_archive_has_what_was_withdrawn() {
    stored(bridge("A bridge").about("malmo"));
    var gone = stored(changing(bridge("x"), What.WITHDRAWAL));
    assertThat(archive.ever(MALMO, 0, 1, 9)).containsExactly(gone);
    assertThat(archive.places(MALMO, 0, 9, 9, false)).containsExactly(1L);
  }

  @Test
  void a_withdrawn_item_leaves_every_page_and_is_told_of() {
    var first = stored(bridge("A bridge").about("malmo").on("ict"));
    var other = stored(anItem().titled("Another bridge").about("malmo").on("ict"));
    clock.passes(60);
    var gone = stored(changing(bridge("(withdrawn)"), What.WITHDRAWAL));
    assertThat(gone.withdrawn()).isTrue();
    assertThat(gone.note()).hasValue("note");
    assertThat(gone.item().title()).isEqualTo("A bridge");
    assertThat(gone.enriched().regionSlugs()).containsExactly("malmo");
    assertThat(gone.updated()).isEqualTo(NOON.plusSeconds(60));
    for (var selection : selections()) {
      assertThat(latest(selection)).as("%s", selection).containsExactly(other);
      assertThat(reopened().window(selection, 0, 99, 99, NOON)).containsExactly(other);
      assertThat(reopened().recent(selection, 9, NOON).withdrawn()).containsExactly(gone);
    }
    assertThat(archive.recent(Selection.region("oslo"), 9, NOON).withdrawn()).isEmpty();
    assertThat(archive.find(BRIDGE)).hasValue(gone);
    assertThat(archive.revisions(BRIDGE)).containsExactly(first, gone);
    assertThat(archive.count()).isEqualTo(2);
  }

  @Test
  void a_withdrawn_item_is_neither_counted_nor_compared_with() {
    var day = LocalDate.of(2026, 10, 9);
    stored(anEvent("2026-10-09").withId(BRIDGE).about("malmo"));
    var other = stored(anEvent("2026-10-09").about("malmo"));
    assertThat(archive.startingOn(day, 9)).hasSize(2);
    stored(changing(bridge("(withdrawn)"), What.WITHDRAWAL));
    assertThat(archive.startingOn(day, 9)).containsExactly(other);
    assertThat(archive.countsByRegion(Instant.EPOCH, NOON)).containsOnly(Map.entry("malmo", 1));
  }

  @Test
  void withdrawn_twice_is_withdrawn_once() {
    stored(bridge("A bridge"));
    var gone = stored(changing(bridge("x"), What.WITHDRAWAL));
    var again = decided(changing(bridge("x"), What.WITHDRAWAL));
    assertThat(again).isEqualTo(new Verdict(Outcome.UNCHANGED, Optional.of(gone)));
  }

  @Test
  void a_withdrawn_item_that_is_sent_again_is_back_in_its_place() {
    var first = stored(bridge("A bridge").about("malmo"));
    var newer = stored(anItem().about("malmo"));
    var gone = stored(changing(bridge("x"), What.WITHDRAWAL));
    var back = stored(bridge("A bridge").about("malmo"));
    assertThat(back.revision()).isEqualTo(3);
    assertThat(back.published()).isEqualTo(first.published());
    assertThat(back.updated()).as("younger than its tombstone").isAfter(gone.updated());
    assertThat(back.updated().getEpochSecond()).isGreaterThan(gone.updated().getEpochSecond());
    assertThat(latest(MALMO)).containsExactly(newer, back);
    assertThat(reopened().recent(MALMO, 9, NOON).withdrawn()).isEmpty();
  }

  @Test
  void the_whole_life_fits_into_one_batch() {
    var verdicts =
        archive.decide(
            List.of(
                bridge("a").about("malmo").build(),
                changing(bridge("b"), What.WITHDRAWAL),
                bridge("c").about("malmo").build(),
                changing(bridge("d"), What.WITHDRAWAL)));
    assertThat(verdicts).extracting(Verdict::outcome).containsOnly(Outcome.STORED);
    assertThat(latest(MALMO)).isEmpty();
    assertThat(reopened().recent(MALMO, 9, NOON).withdrawn())
        .extracting(item -> item.item().title())
        .containsExactly("c");
  }

  private static List<Selection> selections() {
    return List.of(
        Selection.ALL,
        MALMO,
        Selection.of(List.of(), Optional.empty(), List.of("ict")),
        Selection.of(List.of("malmo"), Optional.empty(), List.of("ict")),
        Selection.ALL.in(List.of("en")),
        Selection.ALL.saying(SearchWords.of("bridge")),
        Selection.ALL.except(List.of("oslo")));
  }
}
