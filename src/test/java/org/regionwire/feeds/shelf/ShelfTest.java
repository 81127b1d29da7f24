package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;

class ShelfTest {
  private final Desk desk = new Desk();
  private final FeedKey malmo = Desk.feed("malmo", FeedFormat.RSS);
  private final FeedKey oslo = Desk.feed("oslo", FeedFormat.RSS);

  @Test
  void a_feed_is_rendered_when_it_is_first_asked_for() {
    assertThat(desk.shelf.ready(malmo)).isEmpty();
    var taken = desk.shelf.take(malmo);
    assertThat(desk.shelf.ready(malmo)).contains(taken);
    assertThat(desk.shelf.take(malmo)).isSameAs(taken);
  }

  @Test
  void a_feed_nobody_asked_for_costs_nothing() {
    desk.publishes(Draft.item("a"));
    assertThat(desk.archive.readings).hasValue(0);
  }

  @Test
  void news_is_on_the_shelf_when_announce_returns() {
    desk.shelf.take(malmo);
    desk.publishes(Draft.item("a"));
    assertThat(shown(malmo)).contains("Title of a");
  }

  @Test
  void news_of_elsewhere_renders_nothing() {
    desk.shelf.take(oslo);
    desk.publishes(Draft.item("a"));
    assertThat(desk.archive.readings).hasValue(1);
  }

  @Test
  void a_batch_renders_each_feed_once() {
    desk.shelf.take(malmo);
    desk.publishes(Draft.item("a"), Draft.item("b"), Draft.item("c"));
    assertThat(desk.archive.readings).hasValue(2);
    assertThat(shown(malmo)).contains("Title of a", "Title of b", "Title of c");
  }

  @Test
  void all_formats_of_a_selection_are_renewed_by_one_look() {
    desk.shelf.take(malmo);
    desk.shelf.take(Desk.feed("malmo", FeedFormat.ATOM));
    desk.shelf.take(Desk.feed("malmo", FeedFormat.JSON));
    desk.publishes(Draft.item("a"));
    assertThat(desk.archive.readings).hasValue(4);
    assertThat(shown(malmo)).contains("Title of a");
    assertThat(shown(Desk.feed("malmo", FeedFormat.JSON))).contains("Title of a");
  }

  @Test
  void an_item_that_moves_to_another_region_leaves_the_first() {
    desk.publishes(Draft.item("a"));
    desk.shelf.take(malmo);
    desk.shelf.take(oslo);
    desk.publishes(Draft.item("a").in("oslo"));
    assertThat(shown(malmo)).doesNotContain("Title of a");
    assertThat(shown(oslo)).contains("Title of a");
  }

  @Test
  void news_told_twice_is_rendered_once() {
    desk.shelf.take(malmo);
    var news = desk.archive.add(Draft.item("a"));
    desk.shelf.announce(news);
    desk.shelf.announce(news);
    assertThat(desk.archive.readings).hasValue(2);
  }

  @Test
  void a_change_to_an_item_too_old_to_be_shown_renders_nothing() {
    desk.archive.add(Draft.item("old"));
    for (int i = 0; i < Desk.ENTRIES; i++) {
      desk.archive.add(Draft.item("new-" + i));
    }
    var before = desk.shelf.take(malmo);
    desk.publishes(Draft.item("old").titled("Changed"));
    assertThat(desk.archive.readings).hasValue(1);
    assertThat(desk.shelf.take(malmo)).isSameAs(before);
  }

  @Test
  void an_item_leaves_when_it_expires_and_an_older_one_comes_back() {
    desk.archive.add(Draft.item("old"));
    for (int i = 0; i < Desk.ENTRIES; i++) {
      desk.archive.add(Draft.item("new-" + i).expiring(desk.clock.instant().plusSeconds(60L + i)));
    }
    desk.shelf.take(malmo);
    desk.clock.passes(Duration.ofSeconds(59));
    desk.shelf.expire();
    assertThat(desk.archive.readings).hasValue(1);
    desk.clock.passes(Duration.ofSeconds(1));
    desk.shelf.expire();
    assertThat(shown(malmo)).doesNotContain("Title of new-0").contains("Title of old");
  }

  @Test
  void the_feed_longest_not_asked_for_leaves_a_full_shelf() {
    var shelf = new Shelf(desk.press, 2, 10_000_000);
    shelf.take(malmo);
    shelf.take(oslo);
    shelf.ready(malmo);
    shelf.take(Desk.feed("all", FeedFormat.RSS));
    assertThat(shelf.ready(malmo)).isPresent();
    assertThat(shelf.ready(oslo)).isEmpty();
    assertThat(shelf.size()).isEqualTo(2);
  }

  @Test
  void a_glance_takes_a_free_place_and_nobodys_else() {
    var shelf = new Shelf(desk.press, 1, 10_000_000);
    var glanced = shelf.glance(malmo);
    assertThat(shelf.ready(malmo)).contains(glanced);
    assertThat(shelf.glance(oslo).identity().etag())
        .isEqualTo(desk.press.render(oslo).identity().etag());
    assertThat(shelf.ready(malmo)).contains(glanced);
    assertThat(shelf.ready(oslo)).isEmpty();
  }

  @Test
  void a_shelf_is_full_by_bytes_too() {
    var shelf = new Shelf(desk.press, 100, 1);
    shelf.take(malmo);
    shelf.take(oslo);
    assertThat(shelf.size()).isEqualTo(1);
    assertThat(shelf.ready(oslo)).isPresent();
  }

  @Test
  void a_feed_nobody_asks_for_any_more_leaves_by_and_by() {
    desk.shelf.take(malmo);
    for (int i = 0; i < 20; i++) {
      desk.publishes(Draft.item("n" + i));
    }
    assertThat(desk.shelf.size()).isZero();
    assertThat(desk.archive.readings).hasValueLessThan(15);
    desk.shelf.take(malmo);
    assertThat(shown(malmo)).contains("Title of n19");
  }

  @Test
  void a_feed_that_is_asked_for_stays() {
    desk.shelf.take(malmo);
    for (int i = 0; i < 20; i++) {
      desk.publishes(Draft.item("n" + i));
      assertThat(shown(malmo)).contains("Title of n" + i);
    }
  }

  @Test
  void a_rendering_that_failed_is_told_and_made_good() {
    desk.shelf.take(malmo);
    var news = desk.archive.add(Draft.item("a"));
    desk.archive.breaks(true);
    assertThatThrownBy(() -> desk.shelf.announce(news)).hasMessage("the archive is broken");
    assertThat(desk.shelf.ready(malmo)).isPresent();
    assertThatThrownBy(() -> desk.shelf.take(oslo)).hasMessage("the archive is broken");
    assertThat(desk.shelf.size()).isEqualTo(1);
    desk.archive.breaks(false);
    desk.shelf.announce(List.of());
    assertThat(shown(malmo)).contains("Title of a");
  }

  @Test
  void a_few_items_show_before_they_are_announced_and_are_rendered_once() {
    desk.shelf.take(malmo);
    var news = desk.archive.add(Draft.item("a"));
    desk.shelf.foretell(news);
    assertThat(shown(malmo)).contains("Title of a");
    desk.shelf.announce(news);
    assertThat(desk.archive.readings).hasValue(2);
  }

  @Test
  void many_items_wait_for_their_announcement() {
    desk.shelf.take(malmo);
    var news = desk.archive.add(drafts(9));
    desk.shelf.foretell(news);
    assertThat(desk.archive.readings).hasValue(1);
  }

  @Test
  void a_foretelling_that_fails_is_left_to_the_announcement() {
    desk.shelf.take(malmo);
    var news = desk.archive.add(Draft.item("a"));
    desk.archive.breaks(true);
    desk.shelf.foretell(news);
    desk.archive.breaks(false);
    desk.shelf.announce(news);
    assertThat(shown(malmo)).contains("Title of a");
  }

  private static Draft[] drafts(int count) {
    return IntStream.range(0, count).mapToObj(i -> Draft.item("n" + i)).toArray(Draft[]::new);
  }

  @Test
  void the_date_stays_with_the_bytes() {
    var first = desk.shelf.take(malmo);
    desk.clock.passes(Duration.ofSeconds(10));
    desk.publishes(Draft.item("a"));
    var second = desk.shelf.take(malmo);
    assertThat(second.lastModified()).isEqualTo(first.lastModified().plusSeconds(10));
    desk.clock.passes(Duration.ofSeconds(10));
    var latest = desk.press.looks().after(0, malmo.selection()).latest();
    assertThat(
            desk.press
                .render(malmo, latest, Optional.of(second), new java.util.HashMap<>())
                .lastModified())
        .isEqualTo(second.lastModified());
  }

  @Test
  void two_changes_in_one_second_never_share_a_date_that_was_seen() {
    var first = desk.shelf.take(malmo);
    desk.publishes(Draft.item("a"));
    var second = desk.shelf.take(malmo);
    assertThat(second.lastModified()).isEqualTo(first.lastModified().plusSeconds(1));
    desk.publishes(Draft.item("b"));
    assertThat(desk.shelf.take(malmo).lastModified()).isEqualTo(second.lastModified());
  }

  private String shown(FeedKey key) {
    return Desk.text(desk.shelf.ready(key).orElseThrow());
  }
}
