package org.regionwire.digest.sending;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How soon the next letter may go to a destination: so many a second, and a second's worth at once.
 */
final class Pace {
  /** Whose turn comes later than this waits in the ledger, so that nobody waits behind it. */
  static final long HORIZON = Duration.ofSeconds(10).toNanos();

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final int perSecond;
  private final Map<String, Long> turns = new HashMap<>();
  private final Map<String, Long> laterTurns = new HashMap<>();

  /**
   * @param perSecond 0 for no limit
   */
  Pace(int perSecond) {
    this.perSecond = perSecond;
  }

  /**
   * The turn of one more letter, which is its own. Moments are those of {@link System#nanoTime}.
   *
   * @return nanoseconds from now; beyond the horizon it has to ask again then
   */
  synchronized long wait(String destination, long now) {
    if (perSecond == 0 || destination.isEmpty()) {
      return 0;
    }
    long apart = SECOND / perSecond;
    long turn = Math.max(turns.getOrDefault(destination, now - SECOND), now - SECOND) + apart;
    if (turn - now <= HORIZON) {
      turns.put(destination, turn);
      return Math.max(0, turn - now);
    }
    long far = now + HORIZON;
    long later = Math.max(laterTurns.getOrDefault(destination, far), far) + apart;
    laterTurns.put(destination, later);
    return later - now;
  }
}
