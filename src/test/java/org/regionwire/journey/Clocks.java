package org.regionwire.journey;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Time that goes by. */
final class Clocks {
  private Clocks() {}

  static void rest(int millis) {
    long end = System.nanoTime() + Duration.ofMillis(millis).toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }
}
