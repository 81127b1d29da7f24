package org.regionwire.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.regionwire.news.ItemId;

/**
 * A row of the ledger.
 *
 * @param period what makes it the only one: the local date of a digest, {@code at} and the moment
 *     of one that goes out at once, the id of the subscription to confirm
 * @param subscriptions that a digest is for
 * @param after a digest tells of corrections in {@code (after, upTo]}, and of what is new from the
 *     cursors of its subscriptions to {@code upTo}
 * @param attempts how often it was handed over, begun or done
 */
record Letter(
    String id,
    String subscriber,
    Kind kind,
    String period,
    SortedSet<String> subscriptions,
    long after,
    long upTo,
    State state,
    Instant planned,
    Instant notBefore,
    int attempts) {
  private static final String AT_ONCE = "at ";

  enum Kind {
    DIGEST,
    CONFIRMATION,
    /** The links to manage and to end everything, for someone who has no letter at hand. */
    LINKS;

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

  /** The digest of a local date. */
  static Letter digest(
      Subscriber to, LocalDate date, Collection<String> subscriptions, long upTo, Instant now) {
    return digest(to, date.toString(), subscriptions, upTo, now);
  }

  /** One that does not wait for the hour of the others. */
  static Letter atOnce(Subscriber to, Collection<String> subscriptions, long upTo, Instant now) {
    return digest(to, AT_ONCE + now, subscriptions, upTo, now);
  }

  private static Letter digest(
      Subscriber to, String period, Collection<String> subscriptions, long upTo, Instant now) {
    String id = id(to.id(), Kind.DIGEST, period);
    return new Letter(
        id,
        to.id(),
        Kind.DIGEST,
        period,
        new TreeSet<>(subscriptions),
        to.cursor(),
        upTo,
        State.PLANNED,
        now,
        now,
        0);
  }

  static Letter confirmation(Subscription of, Instant now) {
    String id = id(of.subscriber(), Kind.CONFIRMATION, of.id());
    return new Letter(
        id,
        of.subscriber(),
        Kind.CONFIRMATION,
        of.id(),
        new TreeSet<>(),
        0,
        0,
        State.PLANNED,
        now,
        now,
        0);
  }

  /** One a day. */
  static Letter links(Subscriber to, Instant now) {
    String period = "links " + LocalDate.ofInstant(now, ZoneOffset.UTC);
    return new Letter(
        id(to.id(), Kind.LINKS, period),
        to.id(),
        Kind.LINKS,
        period,
        new TreeSet<>(),
        0,
        0,
        State.PLANNED,
        now,
        now,
        0);
  }

  private static String id(String subscriber, Kind kind, String period) {
    return ItemId.derivedFrom("letter", subscriber, kind.word(), period).value();
  }

  /** The local date that it is the digest of. */
  LocalDate date(Schedule schedule) {
    return period.startsWith(AT_ONCE)
        ? planned.atZone(schedule.zone()).toLocalDate()
        : LocalDate.parse(period);
  }

  boolean isFor(Subscription subscription) {
    return subscriptions.contains(subscription.id());
  }

  /** The same, not yet sent, for these subscriptions too. */
  Letter extended(Collection<String> more, long to) {
    var all = new TreeSet<>(subscriptions);
    all.addAll(more);
    return new Letter(
        id, subscriber, kind, period, all, after, to, state, planned, notBefore, attempts);
  }

  /** Whether it may be handed over at {@code now}. */
  boolean waits(Instant now) {
    return (state == State.PLANNED || state == State.UNCERTAIN) && !notBefore.isAfter(now);
  }

  /** As it is for whoever claimed it. */
  Letter claimed() {
    return new Letter(
        id,
        subscriber,
        kind,
        period,
        subscriptions,
        after,
        upTo,
        State.SENDING,
        planned,
        notBefore,
        attempts + 1);
  }
}
