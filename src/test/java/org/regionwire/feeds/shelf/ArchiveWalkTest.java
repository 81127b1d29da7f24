package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.Story;

/** Going back from a feed, page by page, gives every item of its selection once. */
class ArchiveWalkTest {
  private static final FeedKey MALMO = Desk.feed("malmo", FeedFormat.JSON);
  private static final FeedKey ALL = Desk.feed("all", FeedFormat.JSON);

  private final Desk desk = new Desk();

  @Test
  void a_feed_that_shows_everything_has_no_archive() {
    assertThat(new Walk(desk, ALL).isOver()).isTrue();
    desk.publishes(items(0, 3));
    assertThat(new Walk(desk, ALL).isOver()).isTrue();
  }

  @Test
  void every_item_is_in_the_feed_or_on_one_page() {
    desk.publishes(items(0, 1000));
    var walk = new Walk(desk, ALL).toTheEnd();
    assertThat(walk.ids).hasSize(1000);
    assertThat(walk.twice).isEmpty();
    assertThat(walk.pages).hasSizeLessThan(20);
  }

  @Test
  void pages_of_a_rare_selection_are_wide() {
    for (int i = 0; i < 2000; i++) {
      desk.archive.add(Draft.item("item " + i).in(i % 40 == 0 ? "malmo" : "oslo"));
    }
    var walk = new Walk(desk, MALMO).toTheEnd();
    assertThat(walk.ids).hasSize(50);
    assertThat(walk.twice).isEmpty();
    assertThat(walk.pages).hasSizeLessThan(9);
  }

  @Test
  void what_has_expired_or_was_withdrawn_is_found_even_when_nothing_else_is_left() {
    var end = desk.clock.instant().plusSeconds(60);
    desk.publishes(Draft.item("a").expiring(end), Draft.item("b").expiring(end), Draft.item("c"));
    desk.archive.withdraw(Draft.item("c"), "not true");
    desk.clock.passes(Duration.ofSeconds(60));
    var walk = new Walk(desk, MALMO);
    assertThat(walk.ids).isEmpty();
    walk.toTheEnd();
    assertThat(walk.ids).containsExactlyInAnyOrderElementsOf(tags("a", "b"));
    assertThat(walk.deleted).containsExactlyElementsOf(tags("c"));
  }

  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void whatever_happens_meanwhile(@ForAll long seed) {
    var random = new Random(seed);
    var story = new Story(random);
    for (int i = random.nextInt(600); i > 0; i--) {
      story.goesOn();
    }
    var there = story.ever();
    var walk = new Walk(story.desk, MALMO);
    while (!walk.isOver()) {
      walk.step();
      for (int i = random.nextInt(20); i > 0; i--) {
        story.goesOn();
        there.retainAll(story.ever());
      }
    }
    var met = new HashSet<>(walk.ids);
    met.addAll(walk.deleted);
    assertThat(met).containsAll(there);
    assertThat(walk.twice).isEmpty();
  }

  private static Draft[] items(int from, int upTo) {
    return IntStream.range(from, upTo).mapToObj(i -> Draft.item("item " + i)).toArray(Draft[]::new);
  }

  private static List<String> tags(String... words) {
    return List.of(words).stream().map(word -> Draft.item(word).id().tag()).toList();
  }
}
