package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regionwire.news.PublishedItem;

/**
 * What every archive does with an item that it has: the same is kept once, another is a new
 * revision.
 */
abstract class AgainContract extends ArchiveFixture {
  @Test
  void a_batch_that_comes_again_changes_nothing() {
    var batch = items(5);
    var stored = archive.add(batch);
    clock.set(NOON.plusSeconds(60));
    assertThat(archive.add(batch)).isEqualTo(stored);
    assertThat(reopened().add(batch)).isEqualTo(stored);
    assertThat(archive.lastSequence()).isEqualTo(5);
    assertThat(archive.count()).isEqualTo(5);
  }

  @Test
  void a_batch_that_overlaps_another_adds_what_is_new() {
    var all = items(6);
    var first = archive.add(all.subList(0, 4));
    var second = archive.add(all.subList(2, 6));
    assertThat(second.subList(0, 2)).isEqualTo(first.subList(2, 4));
    assertThat(second).extracting(PublishedItem::sequence).containsExactly(3L, 4L, 5L, 6L);
  }

  @Test
  void a_key_twice_in_one_batch_is_stored_once() {
    var item = anItem().withKey("k").titled("first").build();
    var other = anItem().withKey("k").titled("second").build();
    var stored = archive.add(List.of(item, item, other));
    assertThat(stored).containsOnly(stored.get(0));
    assertThat(archive.count()).isEqualTo(1);
    assertThat(archive.find(other.item().id())).isEmpty();
  }

  @Test
  void an_item_that_changes_is_a_new_revision() {
    var first = add(bridge().titled("A brigde").build());
    clock.set(NOON.plusSeconds(60));
    var mended = bridge().titled("A bridge").build();
    var second = add(mended);
    assertThat(second).isEqualTo(new PublishedItem(mended, 2, 1, 2, NOON, NOON.plusSeconds(60)));
    assertThat(reopened().find(BRIDGE)).hasValue(second);
    assertThat(reopened().revisions(BRIDGE)).containsExactly(first, second);
    assertThat(archive.count()).isEqualTo(1);
  }

  @Test
  void a_clock_set_back_makes_no_item_older() {
    add(bridge().titled("a").build());
    clock.set(NOON.minusSeconds(60));
    assertThat(add(bridge().titled("b").build()).updated()).isEqualTo(NOON);
  }

  @Test
  void revisions_in_one_batch_follow_one_another() {
    var stored =
        archive.add(
            List.of(
                bridge().titled("a").about("malmo").build(),
                bridge().titled("b").about("oslo").build(),
                bridge().titled("c").about("malmo", "skane").build()));
    assertThat(stored).extracting(PublishedItem::revision).containsExactly(1, 2, 3);
    assertThat(reopened().revisions(BRIDGE)).isEqualTo(stored);
    assertThat(latest("malmo")).containsExactly(stored.get(2));
    assertThat(latest("oslo")).isEmpty();
    assertThat(archive.count()).isEqualTo(1);
  }

  @Test
  void an_unchanged_item_under_a_new_key_is_no_new_revision_but_its_key_is_known() {
    var first = add(bridge().withKey("k1").withBodyHash("h1").build());
    var again = bridge().withKey("k2").withBodyHash("h2").writtenAt(NOON.minusSeconds(9)).build();
    assertThat(add(again)).isEqualTo(first);
    assertThat(archive.lastSequence()).isEqualTo(1);

    var answer = reopened().findByKey("k2").orElseThrow();
    assertThat(answer.sequence()).isEqualTo(1);
    assertThat(answer.item().origin().key()).isEqualTo("k2");
    assertThat(answer.item().origin().bodyHash()).isEqualTo("h2");
    assertThat(archive.findByKey("k1")).hasValue(first);
  }

  @Test
  void a_key_finds_the_revision_it_made() {
    var first = add(bridge().withKey("k1").titled("a").build());
    var second = add(bridge().withKey("k2").titled("b").build());
    assertThat(reopened().findByKey("k1")).hasValue(first);
    assertThat(reopened().findByKey("k2")).hasValue(second);
    assertThat(add(bridge().withKey("k1").titled("c").build())).isEqualTo(first);
  }
}
