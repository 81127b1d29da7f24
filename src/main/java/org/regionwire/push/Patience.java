package org.regionwire.push;

import java.time.Duration;

/** How long to wait after a failure: five seconds, then three times as long, at most an hour. */
final class Patience {
  /** Failures in a row before the hub lets one content go and waits for the next. */
  static final int PUSHES = 12;

  /** A subscriber that asks stands ready: some minutes are enough. */
  static final int VERIFICATIONS = 4;

  private static final Duration MOST = Duration.ofHours(1);

  private Patience() {}

  /**
   * @param failures so far, this one included
   */
  static Duration after(int failures) {
    var wait = Duration.ofSeconds(5L * (long) Math.pow(3, Math.max(0, Math.min(failures - 1, 8))));
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
