package org.regionwire.digest.bounces;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.regionwire.archive.Database;
import org.regionwire.digest.books.JdbiBooks;

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

  /**
   * What came back of late.
   *
   * @param bounced of the letters taken or refused, which are {@code settled}
   * @param percent that may come back
   */
  public record Counted(long bounced, long settled, int percent) {
    /** In percent; 0 where nothing went out. */
    public double rate() {
      return settled == 0 ? 0 : 100.0 * bounced / settled;
    }

    public boolean isTooMuch() {
      return bounced >= LEAST && bounced * 100 > settled * percent;
    }

    /** For people. */
    public String words() {
      return bounced + " of " + settled + " letters of the last day came back";
    }
  }

  /** Of the last day, or since it last was too much. */
  public Counted count() {
    var now = clock.instant();
    return books.read(
        open -> {
          var since = since(open, now);
          return new Counted(open.returns().bounced(since), open.returns().settled(since), percent);
        });
  }

  /** Looks at most once in ten seconds, because it counts the letters of a day. */
  void look() {
    var now = clock.instant();
    if (isTime(now) && books.read(open -> open.returns().bounced(since(open, now))) >= LEAST) {
      var counted = count();
      if (counted.isTooMuch()) {
        stop(counted, now);
      }
    }
  }

  private static Instant since(JdbiBooks.Open open, Instant now) {
    return later(open.returns().since(), now.minus(WINDOW));
  }

  private void stop(Counted counted, Instant now) {
    brake.pause(counted.words() + ": more than " + percent + " %");
    books.write(
        open -> {
          open.returns().countSince(now);
          return true;
        });
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
