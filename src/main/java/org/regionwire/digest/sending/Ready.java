package org.regionwire.digest.sending;

import java.time.Instant;
import org.regionwire.digest.Letter;
import org.regionwire.digest.composing.Contents;

/**
 * A leased letter that is composed.
 *
 * @param at not before this moment of {@link System#nanoTime}, or {@link #NOW}
 * @param until the lease ends
 */
record Ready(Letter letter, Contents contents, long at, Instant until) {
  /** At once. */
  static final long NOW = Long.MIN_VALUE;

  /** Nanoseconds until its turn. */
  long left() {
    return at == NOW ? 0 : at - System.nanoTime();
  }
}
