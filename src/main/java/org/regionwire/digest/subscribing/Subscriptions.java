package org.regionwire.digest.subscribing;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.Subscription.State;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.books.JdbiSuppressions;
import org.regionwire.news.ItemId;

/**
 * Who gets letters. Nobody does who has not confirmed, and nothing here tells a stranger whether an
 * address is known.
 */
public final class Subscriptions {
  private static final Duration ONE_CONFIRMATION_A = Duration.ofDays(1);
  private static final int MOST_PENDING = 20;

  private final JdbiBooks books;
  private final Archive archive;
  private final Tokens tokens;
  private final SecureRandom random;
  private final Clock clock;

  public Subscriptions(
      Database database, Archive archive, Tokens tokens, SecureRandom random, Clock clock) {
    this.books = new JdbiBooks(database);
    this.archive = archive;
    this.tokens = tokens;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Keeps a wish until it is confirmed. An address gets one letter a day that asks for that,
   * however often someone wishes; the link in it confirms all that is pending.
   *
   * @param network from which it was asked for, truncated
   * @return ids of the letters to send: one or none
   */
  public List<String> subscribe(SubscriptionRequest request, String network) {
    var now = clock.instant();
    return books.write(open -> subscribe(open, request, network, now));
  }

  /** What the link would confirm; empty when it is not, or no longer, a link of ours. */
  public Optional<Standing> confirmable(String token) {
    return books.read(
        open ->
            open.subscriptions()
                .byConfirmHash(Tokens.hash(token))
                .filter(asked -> asked.state() != State.ENDED)
                .flatMap(asked -> standing(open, asked.subscriber())));
  }

  /**
   * Starts all that this person asked for and has not confirmed yet. News count from now on. Twice
   * is the same as once.
   *
   * @param network from which it was confirmed, truncated
   * @return how things stand then; empty when it is not, or no longer, a link of ours
   */
  public Optional<Standing> confirm(String token, String network) {
    var now = clock.instant();
    long newest = archive.lastSequence();
    return books.write(
        open -> {
          var asked =
              open.subscriptions()
                  .byConfirmHash(Tokens.hash(token))
                  .flatMap(found -> locked(open, found));
          if (asked.isEmpty() || asked.get().state() == State.ENDED) {
            return Optional.empty();
          }
          if (asked.get().state() == State.PENDING) {
            start(open, asked.get().subscriber(), newest, network, now);
            liftSuppression(open, asked.get().subscriber());
          }
          return standing(open, asked.get().subscriber());
        });
  }

  private void liftSuppression(Open open, String subscriber) {
    open.subscribers()
        .find(subscriber)
        .ifPresent(person -> open.suppressions().end(tokens.addressHash(person.address())));
  }

  private List<String> subscribe(
      Open open, SubscriptionRequest request, String network, Instant now) {
    var refused = open.suppressions().reason(tokens.addressHash(request.email()));
    if (refused.filter(reason -> !reason.equals(JdbiSuppressions.ERASED)).isPresent()) {
      open.hearing().lock(); // another address costs a commit, so this one does too
      return List.of();
    }
    var person = person(open, request);
    var pending =
        open.subscriptions().of(person.id()).stream()
            .filter(known -> known.state() == State.PENDING)
            .toList();
    boolean repeated = pending.stream().anyMatch(known -> sameWish(known, request));
    var wish = wish(person.id(), request);
    boolean asked =
        !pending.isEmpty()
            && open.ledger().hasConfirmationSince(person.id(), now.minus(ONE_CONFIRMATION_A));
    if (asked && (repeated || pending.size() >= MOST_PENDING)) {
      return List.of();
    }
    open.subscriptions().add(wish, Tokens.hash(tokens.toConfirm(wish.id())), now);
    open.subscriptions().askedFrom(wish.id(), network);
    if (asked) {
      return List.of();
    }
    var letter = Letter.confirmation(person, wish, now);
    open.ledger().plan(letter);
    return List.of(letter.id());
  }

  private Subscriber person(Open open, SubscriptionRequest request) {
    String id = id();
    var fresh =
        new Subscriber(
            id,
            request.email(),
            request.schedule(),
            request.language(),
            request.format(),
            0,
            Instant.EPOCH,
            0);
    return open.subscribers().withAddress(fresh, Tokens.hash(tokens.toUnsubscribe(id)));
  }

  private Subscription wish(String subscriber, SubscriptionRequest request) {
    return new Subscription(
        id(),
        subscriber,
        State.PENDING,
        request.selection(),
        request.cadence(),
        request.schedule(),
        request.language(),
        request.format(),
        0,
        Optional.empty());
  }

  /** Those of one time lie together on the disk: the first 48 bits are its milliseconds. */
  private String id() {
    var bits = new byte[16];
    random.nextBytes(bits);
    ByteBuffer.wrap(bits).putLong(0, clock.millis() << 16 | random.nextInt(1 << 16));
    return ItemId.of(bits).value();
  }

  private static boolean sameWish(Subscription known, SubscriptionRequest request) {
    return known.selection().equals(request.selection())
        && known.cadence().equals(request.cadence())
        && known.schedule().equals(request.schedule())
        && known.language().equals(request.language())
        && known.format() == request.format();
  }

  private static Optional<Subscription> locked(Open open, Subscription asked) {
    return open.subscribers()
        .lock(asked.subscriber())
        .flatMap(person -> open.subscriptions().find(asked.id()));
  }

  /** The choices of the newest wish hold; a wish that is there already goes on where it was. */
  private static void start(
      Open open, String subscriber, long newest, String network, Instant now) {
    if (open.subscriptions().active(subscriber).isEmpty()) {
      open.subscribers().moveCursor(subscriber, newest);
    }
    for (var wish : open.subscriptions().of(subscriber)) {
      if (wish.state() != State.PENDING) {
        continue;
      }
      long cursor = newest;
      for (var same : open.subscriptions().active(subscriber)) {
        if (same.selection().equals(wish.selection())) {
          cursor = Math.min(cursor, same.cursor());
          open.subscriptions().end(same.id(), now);
        }
      }
      open.subscriptions().activate(wish.id(), cursor);
      open.subscriptions().confirmed(wish.id(), now, network);
      open.subscribers().choose(subscriber, wish);
    }
    Rescheduling.of(open, subscriber, now);
  }

  private static Optional<Standing> standing(Open open, String subscriber) {
    return open.subscribers()
        .find(subscriber)
        .map(person -> new Standing(person.address(), open.subscriptions().of(subscriber)));
  }
}
