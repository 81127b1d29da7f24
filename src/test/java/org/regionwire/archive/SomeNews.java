package org.regionwire.archive;

import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.regionwire.news.Change;
import org.regionwire.news.Change.What;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Items;
import org.regionwire.news.MovingClock;
import org.regionwire.news.Origin;

/** Items that come, change their kind and regions, are withdrawn, come back, expire and wait. */
public final class SomeNews {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00.123Z");
  private static final List<String> REGIONS = List.of("malmo", "oslo", "riga", "sweden");
  private static final List<String> LANGUAGES = List.of("en", "sv", "fi", "lv");

  private final Random random;
  private int keys;

  public SomeNews(long seed) {
    random = new Random(seed);
  }

  /** So many submissions, in batches. */
  public void happensIn(Database database, int many) {
    var clock = new MovingClock(NOON);
    var archive = new JdbiArchive(database, clock, new ItemJson());
    for (int done = 0; done < many; ) {
      var batch = new ArrayList<EnrichedItem>();
      for (int size = 1 + random.nextInt(20); batch.size() < size && done < many; done++) {
        batch.add(any());
      }
      archive.decide(batch);
      clock.passes(random.nextInt(100));
    }
  }

  private EnrichedItem any() {
    int number = random.nextInt(60);
    var item = random.nextInt(3) == 0 ? anEvent("2026-05-0" + (1 + number % 9)) : anItem();
    item.withId(ItemId.derivedFrom("news " + number))
        .titled("Åpning “" + number + "”\n of pier " + random.nextInt(9))
        .summed("Hafen \"" + random.nextInt(99) + "\" öppnas \\ 🌊")
        .in(one(LANGUAGES))
        .about(one(REGIONS));
    if (random.nextBoolean()) {
      item.about(one(REGIONS)).on("ict");
    }
    return changed(later(item).build());
  }

  private Items later(Items item) {
    return switch (random.nextInt(8)) {
      case 0 -> item.expiringAt(NOON.plusSeconds(random.nextInt(3_000)));
      case 1 -> item.publishingAt(NOON.plusSeconds(random.nextInt(900_000)));
      default -> item;
    };
  }

  private EnrichedItem changed(EnrichedItem item) {
    var what = What.values()[random.nextInt(What.values().length)];
    var change =
        random.nextInt(3) > 0
            ? Optional.<Change>empty()
            : Optional.of(new Change(what, Optional.of("a note"), List.of()));
    var from = item.item().origin();
    String key = "key " + ++keys;
    return item.from(
        new Origin(
            from.sender(), key, "hash of " + key, from.received(), Optional.empty(), change));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
