package org.regionwire.digest.books;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.regionwire.archive.Database;

/** The subscribers and the ledger, opened for one transaction at a time. */
public final class JdbiBooks {
  private final Database database;

  /** What one transaction sees and changes. */
  public record Open(
      JdbiSubscribers subscribers,
      JdbiSubscriptions subscriptions,
      JdbiLedger ledger,
      JdbiReminders reminders,
      JdbiSending sending,
      JdbiPauses pauses,
      JdbiRuns runs,
      JdbiEditions editions,
      JdbiSuppressions suppressions,
      JdbiReturns returns,
      JdbiHearing hearing) {}

  public JdbiBooks(Database database) {
    this.database = database;
  }

  public <T> T read(Function<Open, T> work) {
    return database.read(handle -> work.apply(open(handle)));
  }

  /** All or nothing. */
  public <T> T write(Function<Open, T> work) {
    return database.write(handle -> work.apply(open(handle)));
  }

  private static Open open(Handle handle) {
    return new Open(
        new JdbiSubscribers(handle),
        new JdbiSubscriptions(handle),
        new JdbiLedger(handle),
        new JdbiReminders(handle),
        new JdbiSending(handle),
        new JdbiPauses(handle),
        new JdbiRuns(handle),
        new JdbiEditions(handle),
        new JdbiSuppressions(handle),
        new JdbiReturns(handle),
        new JdbiHearing(handle));
  }
}
