package org.regionwire.figures;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How long items took, counted by classes of time, so that the figures of several nodes and hours
 * can be added up.
 */
public final class Delays {
  /** Upper ends, in milliseconds; what takes longer counts as the last. */
  private static final List<Long> ENDS =
      List.of(
          10L,
          20L,
          50L,
          100L,
          200L,
          500L,
          1_000L,
          2_000L,
          5_000L,
          10_000L,
          30_000L,
          60_000L,
          300_000L,
          3_600_000L);

  private static final String PREFIX = "shown within ";

  private final NavigableMap<Long, Long> classes = new TreeMap<>();

  private Delays() {}

  /** As it is counted. */
  static String word(Duration delay) {
    long millis = Math.max(0, delay.toMillis());
    long last = ENDS.get(ENDS.size() - 1);
    return PREFIX + ENDS.stream().filter(end -> millis <= end).findFirst().orElse(last);
  }

  /** Of an hour, or of several. */
  static Delays of(Map<String, Long> amounts) {
    var delays = new Delays();
    amounts.forEach(
        (what, amount) -> {
          if (what.startsWith(PREFIX)) {
            delays.classes.merge(
                Long.parseLong(what.substring(PREFIX.length())), amount, Long::sum);
          }
        });
    return delays;
  }

  public long count() {
    return classes.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * As long or less it took for this part of the items, in seconds; a class of time is taken to be
   * filled evenly. Empty when there were none.
   *
   * @param part from 0 to 1
   */
  public OptionalDouble seconds(double part) {
    double wanted = part * count();
    double seen = 0;
    for (var one : classes.entrySet()) {
      if (seen + one.getValue() >= wanted) {
        double begin = begin(one.getKey());
        double inside = (wanted - seen) / one.getValue();
        return OptionalDouble.of((begin + inside * (one.getKey() - begin)) / 1_000);
      }
      seen += one.getValue();
    }
    return OptionalDouble.empty();
  }

  private static double begin(long end) {
    int place = ENDS.indexOf(end);
    return place <= 0 ? 0 : ENDS.get(place - 1);
  }
}
