package org.regionwire.digest.subscribing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.books.JdbiBooks.Open;

/** How letters end: at once, by a link that never grows old, and for two weeks not for good. */
public final class Leaving {
  private static final Duration UNDO = Duration.ofDays(14);

  private final JdbiBooks books;
  private final Tokens tokens;
  private final Clock clock;

  public Leaving(Database database, Tokens tokens, Clock clock) {
    this.books = new JdbiBooks(database);
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Sends the links that every letter has to someone who has no letter at hand, once a day.
   * Strangers cannot tell whether that someone is known.
   *
   * @return ids of the letters to send: one or none
   */
  public List<String> remind(String address) {
    var now = clock.instant();
    return books.write(
        open -> {
          open.hearing().lock(); // a known address costs a commit, so an unknown one does too
          return open
              .subscribers()
              .byAddress(address)
              .filter(person -> !open.subscriptions().active(person.id()).isEmpty())
              .map(person -> Letter.links(person, now))
              .filter(letter -> open.ledger().plan(letter))
              .map(Letter::id)
              .stream()
              .toList();
        });
  }

  /** What the link would end; empty when it is not a link of ours. */
  public Optional<Standing> unsubscribable(String token) {
    return books.read(
        open -> byUnsubscribe(open, token).flatMap(person -> standing(open, person.id())));
  }

  /**
   * Ends all of this person's subscriptions, and takes back letters that wait. Twice is the same as
   * once, and the link never grows old.
   *
   * @return how things stand then; empty when it is not a link of ours
   */
  public Optional<Standing> unsubscribe(String token) {
    var now = clock.instant();
    return books.write(
        open -> {
          var person =
              byUnsubscribe(open, token).flatMap(found -> open.subscribers().lock(found.id()));
          person.ifPresent(found -> end(open, found.id(), now));
          return person.flatMap(found -> standing(open, found.id()));
        });
  }

  /**
   * Begins again what was ended last, not longer than two weeks ago. Nothing is missed. What ended
   * because letters came back, or because of a complaint, does not begin again.
   *
   * @return how things stand then; empty when it is not a link of ours
   */
  public Optional<Standing> undo(String token) {
    var now = clock.instant();
    return books.write(
        open -> {
          var person = byUnsubscribe(open, token).flatMap(p -> open.subscribers().lock(p.id()));
          person.ifPresent(
              found -> {
                if (open.subscriptions().active(found.id()).isEmpty() && !suppressed(open, found)) {
                  var ended = open.subscriptions().endedLast(found.id(), now.minus(UNDO));
                  ended.forEach(open.subscriptions()::restore);
                  Rescheduling.of(open, found.id(), now);
                }
              });
          return person.flatMap(found -> standing(open, found.id()));
        });
  }

  private boolean suppressed(Open open, Subscriber person) {
    return open.suppressions().reason(tokens.addressHash(person.address())).isPresent();
  }

  /** Whether it was a link of ours, of whom we know no more: nothing is left to end. */
  public boolean isForgotten(String token) {
    return tokens.unsubscribes(token).isPresent();
  }

  private Optional<Subscriber> byUnsubscribe(Open open, String token) {
    return tokens
        .unsubscribes(token)
        .flatMap(id -> open.subscribers().find(id))
        .or(() -> open.subscribers().byUnsubscribeHash(Tokens.hash(token)));
  }

  /** Ends all of this person's subscriptions, as by the link. */
  public void leave(String subscriber) {
    var now = clock.instant();
    books.write(
        open -> {
          open.subscribers().lock(subscriber).ifPresent(person -> end(open, person.id(), now));
          return true;
        });
  }

  public static void end(Open open, String subscriber, Instant now) {
    for (var one : open.subscriptions().of(subscriber)) {
      open.subscriptions().end(one.id(), now);
    }
    open.subscribers().dueByTheirSubscriptions(List.of(subscriber));
    open.ledger().cancelWaiting(subscriber, now);
  }

  private static Optional<Standing> standing(Open open, String subscriber) {
    return open.subscribers()
        .find(subscriber)
        .map(person -> new Standing(person.address(), open.subscriptions().of(subscriber)));
  }
}
