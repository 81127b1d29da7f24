package org.regionwire.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.regionwire.archive.Database;

/** Finds letters that everybody else has forgotten, and forgets persons who never confirmed. */
public final class Sweep {
  private static final Duration UNCONFIRMED = Duration.ofDays(7);
  private static final Duration SETTLED = Duration.ofDays(400);
  private static final int MOST = 1000;

  private final JdbiBooks books;

  public Sweep(Database database) {
    this.books = new JdbiBooks(database);
  }

  /**
   * Ends leases that ran out, and erases what was kept long enough.
   *
   * @return ids of at most 1,000 letters to send: the reminder of them was lost, or they were
   *     deferred and it is time, or nobody knows whether they went out
   */
  public List<String> lost(Instant now) {
    return books.write(
        open -> {
          open.ledger().endLeases(now);
          open.ledger().eraseSettled(now.minus(SETTLED));
          open.subscriptions().erasePending(now.minus(UNCONFIRMED));
          open.subscribers().eraseForgotten();
          return open.ledger().remind(now, MOST);
        });
  }
}
