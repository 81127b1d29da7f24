package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Verdict.Outcome;
import org.regionwire.news.Change.What;
import org.regionwire.news.Selection;

/** What every archive does with an item that waits for its time. */
abstract class EmbargoContract extends LifeFixture {
  @Test
  void what_waited_for_its_time_does_not_undo_what_was_sent_after_it() {
    var embargoed = bridge("Old").publishingAt(NOON.plusSeconds(60)).receivedAt(NOON).build();
    var sent = stored(bridge("New").receivedAt(NOON.plusSeconds(30)));
    clock.passes(60);
    assertThat(decided(embargoed)).isEqualTo(new Verdict(Outcome.UNCHANGED, Optional.of(sent)));
  }

  @Test
  void an_item_under_embargo_is_nowhere_until_its_time() {
    var item = bridge("Later").about("malmo").publishingAt(NOON.plusSeconds(60)).build();
    assertThat(decided(item)).isEqualTo(new Verdict(Outcome.HELD, Optional.empty()));
    assertThat(decided(item)).as("delivered again").matches(Verdict::held);
    assertThat(archive.count()).isZero();
    assertThat(archive.lastSequence()).isZero();
    assertThat(archive.find(BRIDGE)).isEmpty();
    assertThat(archive.verdict(item.item().origin().key())).isEmpty();
    assertThat(latest(MALMO)).isEmpty();
    assertThat(embargo().due(NOON.plusMillis(59_999))).isEmpty();
    assertThat(embargo().find(BRIDGE)).hasValue(item);
    assertThat(embargo().findByKey(item.item().origin().key())).hasValue(item);

    clock.passes(60);
    assertThat(embargo().due(clock.instant())).containsExactly(item);
    assertThat(stored(item).published()).isEqualTo(clock.instant());
    assertThat(embargo().due(clock.instant())).as("until it is released").containsExactly(item);
    embargo().release(List.of(item));
    assertThat(embargo().due(clock.instant())).isEmpty();
    assertThat(latest(MALMO)).hasSize(1);
  }

  @Test
  void what_is_sent_again_under_embargo_replaces_what_waits() {
    decided(bridge("Old").publishingAt(NOON.plusSeconds(60)).build());
    var newer = bridge("New").publishingAt(NOON.plusSeconds(90)).build();
    decided(newer);
    assertThat(embargo().due(NOON.plusSeconds(60))).isEmpty();
    assertThat(embargo().due(NOON.plusSeconds(90))).containsExactly(newer);
  }

  @Test
  void releasing_one_leaves_what_replaced_it_meanwhile() {
    var old = bridge("Old").publishingAt(NOON.plusSeconds(60)).build();
    decided(old);
    decided(bridge("New").publishingAt(NOON.plusSeconds(60)).build());
    embargo().release(List.of(old));
    assertThat(embargo().find(BRIDGE)).isPresent();
  }

  @Test
  void an_item_withdrawn_before_its_time_is_never_told_of() {
    var embargoed = bridge("Old").about("malmo").publishingAt(NOON.plusSeconds(60));
    var gone = stored(from(embargoed.receivedAt(NOON.plusSeconds(30)).build(), What.WITHDRAWAL));
    assertThat(gone.unborn()).isTrue();
    clock.passes(60);
    assertThat(decided(embargoed.receivedAt(NOON).build()).item()).hasValue(gone);
    assertThat(latest(MALMO)).isEmpty();
    assertThat(archive.recent(MALMO, 9, NOON).withdrawn()).isEmpty();
    assertThat(archive.recent(Selection.ALL, 9, NOON).withdrawn()).isEmpty();
    assertThat(archive.ever(Selection.ALL, 0, 9, 9)).isEmpty();
    assertThat(archive.places(MALMO, 0, 9, 9, true)).isEmpty();
  }

  @Test
  void of_two_that_wait_in_one_batch_the_last_one_is_held() {
    var older = bridge("Old").publishingAt(NOON.plusSeconds(60)).build();
    var newer = bridge("New").publishingAt(NOON.plusSeconds(60)).build();
    archive.decide(List.of(older, newer));
    assertThat(embargo().due(NOON.plusSeconds(60))).containsExactly(newer);
  }
}
