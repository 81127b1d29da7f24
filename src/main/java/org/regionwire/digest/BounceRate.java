package org.regionwire.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.regionwire.archive.Database;

/**
 * Pauses sending when too much comes back: a list that went bad, or a server that takes us for
 * junk, gets worse with every letter. Safe for several threads.
 */
public final class BounceRate {
  static final Duration WINDOW = Duration.ofDays(1);

  /** Below this, chance is larger than a rate. */
  static final int LEAST = 20;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

  private final JdbiBooks books;
  private final Brake brake;
  private final int percent;
  private final Clock clock;
  private Instant looked = Instant.MIN;

  /**
   * @param percent of the letters of a day that may come back
   */
  public BounceRate(Database database, Brake brake, int percent, Clock clock) {
    this.books = new JdbiBooks(database);
    this.brake = brake;
    this.percent = percent;
    this.clock = clock;
  }

  /** Looks at most once in ten seconds, because it counts the letters of a day. */
  void look() {
    var now = clock.instant();
    if (isTime(now)) {
      var since = books.read(open -> later(open.returns().since(), now.minus(WINDOW)));
      long bounced = books.read(open -> open.returns().bounced(since));
      if (bounced >= LEAST) {
        judge(bounced, books.read(open -> open.returns().settled(since)), now);
      }
    }
  }

  private void judge(long bounced, long settled, Instant now) {
    if (bounced * 100 > settled * percent) {
      brake.pause(
          bounced
              + " of "
              + settled
              + " letters of the last day came back: more than "
              + percent
              + " %");
      books.write(
          open -> {
            open.returns().countSince(now);
            return true;
          });
    }
  }

  private synchronized boolean isTime(Instant now) {
    boolean time = now.minus(BETWEEN_LOOKS).compareTo(looked) >= 0;
    if (time) {
      looked = now;
    }
    return time;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
