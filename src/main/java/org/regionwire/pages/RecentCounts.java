package org.regionwire.pages;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** How many items regions have, counted again when a minute has passed. */
final class RecentCounts {
  private static final long MINUTE_SECONDS = 60;

  private record Counted(long minute, Map<String, Integer> items) {}

  private Optional<Counted> last = Optional.empty();

  synchronized Map<String, Integer> at(Instant now, Supplier<Map<String, Integer>> count) {
    long minute = now.getEpochSecond() / MINUTE_SECONDS;
    if (last.filter(counted -> counted.minute() == minute).isEmpty()) {
      last = Optional.of(new Counted(minute, count.get()));
    }
    return last.orElseThrow().items();
  }
}
