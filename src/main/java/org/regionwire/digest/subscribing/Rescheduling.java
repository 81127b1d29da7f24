package org.regionwire.digest.subscribing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.books.JdbiBooks.Open;

/** When letters are due after a person has chosen something. */
final class Rescheduling {
  private Rescheduling() {}

  /** By the person's present choice. What is due already goes on so. */
  static void of(Open open, String subscriber, Instant now) {
    var schedule = open.subscribers().find(subscriber).orElseThrow().schedule();
    var due = new HashMap<String, Optional<Instant>>();
    for (var one : open.subscriptions().active(subscriber)) {
      if (one.cadence().isImmediate() && one.nextDue().isEmpty()) {
        // Something may have been heard that this one was not there for.
        due.put(one.id(), Optional.of(now.plus(Cadence.GATHERING)));
      } else if (!one.cadence().isImmediate() && !one.isDue(now)) {
        due.put(one.id(), Optional.of(schedule.next(one.cadence(), now).at()));
      }
    }
    open.subscriptions().nextDue(due);
    open.subscribers().dueByTheirSubscriptions(List.of(subscriber));
  }
}
