package org.regionwire.feeds;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import org.regionwire.news.Selection;

/** Items that come, are edited, move between regions, expire, are withdrawn and come back. */
public final class Story {
  public final Desk desk = new Desk();
  private final Random random;
  private int count;

  public Story(Random random) {
    this.random = random;
  }

  public void goesOn() {
    switch (random.nextInt(12)) {
      case 0 -> desk.publishes(any().titled("Title " + random.nextInt()));
      case 1 -> desk.shelf.announce(desk.archive.withdraw(any(), "not true"));
      case 2 -> {
        desk.clock.passes(Duration.ofSeconds(random.nextInt(100)));
        desk.shelf.expire();
      }
      default -> {
        count++;
        desk.publishes(any());
      }
    }
  }

  private Draft any() {
    var draft = Draft.item("item " + (random.nextBoolean() ? count : random.nextInt(count + 1)));
    var there = random.nextInt(3) == 0 ? draft.in("oslo") : draft;
    return random.nextInt(6) == 0
        ? there.expiring(desk.clock.instant().plusSeconds(random.nextInt(1000)))
        : there;
  }

  public Set<String> ever() {
    return desk.archive.ever(Selection.region("malmo"), 0, Long.MAX_VALUE, 10_000).stream()
        .map(item -> item.id().tag())
        .collect(toSet());
  }
}
