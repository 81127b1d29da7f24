package org.regionwire.digest;

import java.time.Duration;

/**
 * How long to wait before the next try: a minute, then twice as long each time, at most an hour.
 */
public final class Patience {
  private static final Duration MOST = Duration.ofHours(1);

  private Patience() {}

  /**
   * @param tries made so far
   */
  public static Duration after(int tries) {
    var wait = Duration.ofMinutes(1L << Math.max(0, Math.min(tries - 1, 6)));
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
