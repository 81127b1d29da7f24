package org.regionwire.http.subscribers;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets answers go only at certain times after their requests, so that nobody can tell from them
 * what had to be done: it takes some milliseconds, more for an address that is new than for one
 * that is known.
 */
final class EvenAnswers {
  static final Duration STEP = Duration.ofMillis(50);

  private final LongSupplier nanoTime;
  private final LongConsumer park;

  EvenAnswers() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param park waits about so many nanoseconds, or less
   */
  EvenAnswers(LongSupplier nanoTime, LongConsumer park) {
    this.nanoTime = nanoTime;
    this.park = park;
  }

  /** When a request came, for {@link #await}. */
  long now() {
    return nanoTime.getAsLong();
  }

  /** Returns when a whole number of steps has passed since then. */
  void await(long since) {
    long steps = (now() - since) / STEP.toNanos() + 1;
    long end = since + steps * STEP.toNanos();
    for (long left = end - now(); left > 0; left = end - now()) {
      park.accept(left);
    }
  }
}
