package org.regionwire.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.regionwire.news.ItemId;

/**
 * A row of the ledger.
 *
 * @param period what makes it the only one: the local date of a digest, the id of the subscription
 *     to confirm
 * @param after the window of a digest is {@code (after, upTo]}
 * @param attempts how often it was handed over, begun or done
 */
record Letter(
    String id,
    String subscriber,
    Kind kind,
    String period,
    long after,
    long upTo,
    State state,
    Instant planned,
    Instant notBefore,
    int attempts) {

  enum Kind {
    DIGEST,
    CONFIRMATION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  enum State {
    /** To be sent, for the first time or again after it was deferred. */
    PLANNED,
    /** Written before the first byte goes out: from here on nobody knows until it is settled. */
    SENDING,
    ACCEPTED,
    REJECTED,
    /** Nothing was left to say, or a later one says it. */
    CANCELLED,
    /** Its sender died or heard no answer: to be sent again under the same Message-ID. */
    UNCERTAIN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Letter digest(Subscriber to, LocalDate date, long upTo, Instant now) {
    return planned(to.id(), Kind.DIGEST, date.toString(), to.cursor(), upTo, now);
  }

  static Letter confirmation(Subscription of, Instant now) {
    return planned(of.subscriber(), Kind.CONFIRMATION, of.id(), 0, 0, now);
  }

  private static Letter planned(
      String subscriber, Kind kind, String period, long after, long upTo, Instant now) {
    String id = ItemId.derivedFrom("letter", subscriber, kind.word(), period).value();
    return new Letter(id, subscriber, kind, period, after, upTo, State.PLANNED, now, now, 0);
  }

  /** Whether it may be handed over at {@code now}. */
  boolean waits(Instant now) {
    return (state == State.PLANNED || state == State.UNCERTAIN) && !notBefore.isAfter(now);
  }

  /** As it is for whoever claimed it. */
  Letter claimed() {
    return new Letter(
        id, subscriber, kind, period, after, upTo, State.SENDING, planned, notBefore, attempts + 1);
  }
}
