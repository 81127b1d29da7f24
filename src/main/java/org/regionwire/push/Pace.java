package org.regionwire.push;

import java.util.function.Supplier;

/**
 * Leaves the machine to the rest of the wire: a fifth of one core in the long run, and two seconds
 * at once. For one thread.
 */
final class Pace {
  private static final long MOST_NANOS = 2_000_000_000;
  private static final int SHARE = 5;

  private long left = MOST_NANOS;
  private long last = System.nanoTime();

  boolean mayWork() {
    long now = System.nanoTime();
    left = Math.min(MOST_NANOS, left + (now - last) / SHARE);
    last = now;
    return left > 0;
  }

  <T> T work(Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      left -= System.nanoTime() - start;
    }
  }
}
