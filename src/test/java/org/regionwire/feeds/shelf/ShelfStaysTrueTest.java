package org.regionwire.feeds.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.regionwire.feeds.Desk;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/**
 * Feeds that are renewed from what they showed before are, byte for byte, what they would be if
 * they were written anew.
 */
class ShelfStaysTrueTest {
  private static final List<FeedKey> KEYS =
      Stream.of(
              Selection.ALL,
              Selection.region("malmo"),
              Selection.region("oslo"),
              Selection.of(List.of("malmo"), Optional.of(Kind.EVENT), List.of("ict")),
              Selection.ALL.saying(SearchWords.of("harbour")))
          .flatMap(one -> Stream.of(FeedFormat.values()).map(format -> new FeedKey(one, format)))
          .toList();

  private final Desk desk = new Desk();
  private final Shelf shelf = new Shelf(desk.press, KEYS.size(), 10_000_000);
  private final List<List<PublishedItem>> untold = new ArrayList<>();
  private int count;

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void whatever_happens_to_items(@ForAll long seed) {
    var random = new Random(seed);
    KEYS.forEach(shelf::take);
    for (int day = 0; day < 12; day++) {
      for (int i = random.nextInt(8); i > 0; i--) {
        something(random);
      }
      Collections.shuffle(untold, random);
      untold.forEach(shelf::announce);
      untold.clear();
      shelf.expire();
      for (var key : KEYS) {
        var shown = shelf.take(key);
        var anew = desk.press.render(key);
        assertThat(Desk.text(shown)).as(key.address()).isEqualTo(Desk.text(anew));
        assertThat(shown.contentTag()).isEqualTo(anew.contentTag());
        assertThat(shown.contents()).isEqualTo(anew.contents());
      }
    }
  }

  private void something(Random random) {
    if (random.nextInt(6) == 0) {
      desk.clock.passes(Duration.ofSeconds(random.nextInt(100)));
      shelf.expire();
      return;
    }
    var draft = any(random);
    var news =
        random.nextInt(4) == 0 ? desk.archive.withdraw(draft, "not true") : desk.archive.add(draft);
    if (random.nextBoolean()) {
      shelf.foretell(news);
    }
    untold.add(news);
  }

  private Draft any(Random random) {
    var draft = Draft.item("item" + (random.nextBoolean() ? count++ : random.nextInt(count + 1)));
    draft = random.nextInt(3) == 0 ? draft.in("oslo") : draft;
    draft = random.nextInt(3) == 0 ? draft.inFull() : draft;
    draft = random.nextInt(3) == 0 ? draft.with(Draft.seminar()) : draft;
    draft = random.nextInt(3) == 0 ? draft.about("ict") : draft;
    draft = random.nextInt(4) == 0 ? draft.titled("Harbour & <b> \"" + random.nextInt()) : draft;
    return random.nextInt(6) == 0
        ? draft.expiring(desk.clock.instant().plusSeconds(random.nextInt(300)))
        : draft;
  }
}
