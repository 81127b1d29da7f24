package org.regionwire.digest.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.regionwire.archive.Database;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.mail.Outbox;

/** Finds letters that everybody else has forgotten, and forgets what was kept long enough. */
public final class Sweep {
  private static final Duration UNCONFIRMED = Duration.ofDays(7);

  /** Two weeks to undo it, and thirty days. */
  private static final Duration ENDED = Duration.ofDays(44);

  /** Longer than a month: monthly letters leave out what others brought. */
  private static final Duration SETTLED = Duration.ofDays(62);

  private static final int MOST = 10_000;

  private final Database database;
  private final JdbiBooks books;
  private final Outbox outbox;
  private final Duration keep;

  /**
   * @param keep how long letters lie in an outbox that keeps them
   */
  public Sweep(Database database, Outbox outbox, Duration keep) {
    this.database = database;
    this.books = new JdbiBooks(database);
    this.outbox = outbox;
    this.keep = keep;
  }

  /**
   * Ends leases that ran out.
   *
   * @return ids of at most 10,000 letters to send: the reminder of them was lost, or they were
   *     deferred and it is time, or nobody knows whether they went out
   */
  public List<String> lost(Instant now) {
    return lost(open -> open.reminders().remind(now, MOST), now);
  }

  /** As {@link #lost}, but only those that someone asked for: they need not wait behind digests. */
  public List<String> lostOnesAskedFor(Instant now) {
    return lost(open -> open.reminders().remindOfAskedFor(now, MOST), now);
  }

  private List<String> lost(Function<Open, List<String>> named, Instant now) {
    return books.write(
        open -> {
          open.sending().endLeases(now);
          return named.apply(open);
        });
  }

  /** Erases what was kept long enough; harmless however often. */
  public void forget(Instant now) {
    outbox.eraseBefore(now.minus(keep));
    // Not those whose row was forgotten with age: only those whose person is.
    outbox.eraseUnknown(
        now.minus(SETTLED), id -> books.read(open -> open.ledger().find(id).isPresent()));
    books.write(
        open -> {
          open.ledger().eraseSettled(now.minus(SETTLED));
          open.subscriptions().erasePending(now.minus(UNCONFIRMED));
          open.subscriptions().eraseEnded(now.minus(ENDED));
          open.subscribers().eraseForgotten();
          open.editions().eraseForgotten();
          return true;
        });
    database.scrub();
  }
}
