package org.regionwire.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
 * @param attempts how often a sender took it: tells one taking from another
 * @param tries how often it was its turn, whatever became of it
 * @param unsure whether it may have gone out at an earlier attempt
 * @param run the planning it comes from, named by its moment; empty when it was asked for alone
 * @param destination the domain of the address
 */
public record Letter(
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
    int attempts,
    int tries,
    boolean unsure,
    String run,
    String destination) {
  private static final String AT_ONCE = "at ";

  /** Characters of the time in the ids of persons. */
  private static final int ALIKE = 10;

  public enum Kind {
    DIGEST,
    CONFIRMATION,
    /** The links to manage and to end everything, for someone who has no letter at hand. */
    LINKS;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum State {
    /** To be sent, for the first time or again after it was deferred. */
    PLANNED,
    /** In the hands of a sender, who has not let it go. */
    LEASED,
    /** Written before the final dot: from here on nobody knows until it is settled. */
    SENDING,
    ACCEPTED,
    REJECTED,
    /** Nothing was left to say, or a later one says it. */
    CANCELLED,
    /** Its sender died or heard no answer: to be sent again under the same Message-ID. */
    UNCERTAIN;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The digest of a local date. */
  public static Letter digest(
      Subscriber to, LocalDate date, Collection<String> subscriptions, long upTo, Instant now) {
    return digest(to, date.toString(), subscriptions, upTo, now);
  }

  /** One that does not wait for the hour of the others. */
  public static Letter atOnce(
      Subscriber to, Collection<String> subscriptions, long upTo, Instant now) {
    return digest(to, AT_ONCE + now, subscriptions, upTo, now);
  }

  private static Letter digest(
      Subscriber to, String period, Collection<String> subscriptions, long upTo, Instant now) {
    String run = now.truncatedTo(ChronoUnit.SECONDS).toString();
    return planned(to, Kind.DIGEST, period, new TreeSet<>(subscriptions), upTo, now, run);
  }

  public static Letter confirmation(Subscriber to, Subscription of, Instant now) {
    return planned(to, Kind.CONFIRMATION, of.id(), new TreeSet<>(), 0, now, "");
  }

  /** One a day. */
  public static Letter links(Subscriber to, Instant now) {
    String period = "links " + LocalDate.ofInstant(now, ZoneOffset.UTC);
    return planned(to, Kind.LINKS, period, new TreeSet<>(), 0, now, "");
  }

  private static Letter planned(
      Subscriber to,
      Kind kind,
      String period,
      SortedSet<String> subscriptions,
      long upTo,
      Instant now,
      String run) {
    return new Letter(
        id(to.id(), kind, period),
        to.id(),
        kind,
        period,
        subscriptions,
        kind == Kind.DIGEST ? to.cursor() : 0,
        upTo,
        State.PLANNED,
        now,
        now,
        0,
        0,
        false,
        run,
        MailAddress.destination(to.address()));
  }

  /**
   * It begins as the id of the person does: what is worked on together lies together on the disk.
   */
  private static String id(String subscriber, Kind kind, String period) {
    String own = ItemId.derivedFrom("letter", subscriber, kind.word(), period).value();
    return subscriber.substring(0, ALIKE) + own.substring(ALIKE);
  }

  /** The local date that it is the digest of. */
  public LocalDate date(Schedule schedule) {
    return period.startsWith(AT_ONCE)
        ? planned.atZone(schedule.zone()).toLocalDate()
        : LocalDate.parse(period);
  }

  public boolean isFor(Subscription subscription) {
    return subscriptions.contains(subscription.id());
  }

  /** The same, not yet sent, for these subscriptions too. */
  public Letter extended(Collection<String> more, long to) {
    var all = new TreeSet<>(subscriptions);
    all.addAll(more);
    return new Letter(
        id,
        subscriber,
        kind,
        period,
        all,
        after,
        to,
        state,
        planned,
        notBefore,
        attempts,
        tries,
        unsure,
        run,
        destination);
  }
}
