package org.regionwire.digest.subscribing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.regionwire.archive.Database;
import org.regionwire.digest.LetterFormat;
import org.regionwire.digest.Schedule;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.books.JdbiSuppressions;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.news.ItemId;

/** What a person can do without a login, by the link in each letter. */
public final class Management {
  private final Database database;
  private final JdbiBooks books;
  private final Tokens tokens;
  private final Outbox outbox;
  private final SecureRandom random;
  private final Clock clock;

  /** How a person's letters stand. */
  public record Own(
      Standing standing,
      Schedule schedule,
      String language,
      LetterFormat format,
      Optional<LocalDate> pausedUntil) {}

  public Management(
      Database database, Tokens tokens, Outbox outbox, SecureRandom random, Clock clock) {
    this.database = database;
    this.books = new JdbiBooks(database);
    this.tokens = tokens;
    this.outbox = outbox;
    this.random = random;
    this.clock = clock;
  }

  /** Empty when it is not, or no longer, a link of ours. */
  public Optional<Own> see(String token) {
    return books.read(open -> person(open, token).map(person -> own(open, person)));
  }

  /** Everything kept about this person, by table. */
  public Optional<Map<String, Object>> export(String token) {
    return books
        .read(open -> person(open, token))
        .map(person -> new JdbiExport(database).of(person.id()));
  }

  /** In the place of one of the active subscriptions; what it has brought is not brought again. */
  public boolean change(String token, String subscription, SubscriptionRequest wish) {
    return with(
        token,
        (open, person) ->
            open.subscriptions().active(person.id()).stream()
                .filter(one -> one.id().equals(subscription))
                .findFirst()
                .ifPresent(old -> replace(open, person, old, wish)));
  }

  /** When, in which language and how letters come. */
  public boolean choose(String token, SubscriptionRequest wish) {
    return with(
        token,
        (open, person) ->
            open.subscribers()
                .choose(person.id(), wish.schedule(), wish.language(), wish.format()));
  }

  public boolean end(String token, String subscription) {
    return with(
        token,
        (open, person) ->
            open.subscriptions().active(person.id()).stream()
                .filter(one -> one.id().equals(subscription))
                .forEach(one -> open.subscriptions().end(one.id(), clock.instant())));
  }

  /** Until the day begins where this person lives; what comes meanwhile is in the next letter. */
  public boolean pause(String token, LocalDate until) {
    return with(
        token,
        (open, person) ->
            open.subscribers()
                .pause(person.id(), until.atStartOfDay(person.schedule().zone()).toInstant()));
  }

  public boolean resume(String token) {
    return with(token, (open, person) -> open.subscribers().pause(person.id(), Instant.EPOCH));
  }

  /** All links made so far but those that unsubscribe; the next letter has new ones. */
  public boolean revokeLinks(String token) {
    return with(token, (open, person) -> open.subscribers().revokeLinks(person.id()));
  }

  /**
   * Erases the person everywhere, first where letters lie: who dies in between can do it again. A
   * keyed hash of the address stays.
   */
  public boolean erase(String token) {
    var person = books.read(open -> person(open, token));
    person.ifPresent(
        found -> {
          outbox.erase(books.read(open -> open.ledger().ids(found.id())));
          books.write(open -> erase(open, found));
          database.scrub();
        });
    return person.isPresent();
  }

  private boolean erase(Open open, Subscriber person) {
    String hash = tokens.addressHash(person.address());
    open.suppressions().add(hash, JdbiSuppressions.ERASED, clock.instant());
    open.subscribers().erase(person.id());
    return true;
  }

  private void replace(Open open, Subscriber person, Subscription old, SubscriptionRequest wish) {
    var now = clock.instant();
    var bits = new byte[16];
    random.nextBytes(bits);
    var changed =
        new Subscription(
            ItemId.of(bits).value(),
            person.id(),
            Subscription.State.ACTIVE,
            wish.selection(),
            wish.cadence(),
            person.schedule(),
            person.language(),
            person.format(),
            old.cursor(),
            Optional.empty());
    open.subscriptions().add(changed, Tokens.hash(tokens.toConfirm(changed.id())), now);
    open.subscriptions().confirmed(changed.id(), now, "");
    open.subscriptions().end(old.id(), now);
  }

  private boolean with(String token, BiConsumer<Open, Subscriber> work) {
    return books.write(
        open -> {
          var person = person(open, token).flatMap(found -> open.subscribers().lock(found.id()));
          person.ifPresent(
              found -> {
                work.accept(open, found);
                Rescheduling.of(open, found.id(), clock.instant());
              });
          return person.isPresent();
        });
  }

  private Optional<Subscriber> person(Open open, String token) {
    return tokens
        .managed(token, clock.instant())
        .flatMap(
            link ->
                open.subscribers()
                    .find(link.subscriber())
                    .filter(person -> person.links() == link.links()));
  }

  private Own own(Open open, Subscriber person) {
    return new Own(
        new Standing(person.address(), open.subscriptions().of(person.id())),
        person.schedule(),
        person.language(),
        person.format(),
        Optional.of(person.pausedUntil())
            .filter(clock.instant()::isBefore)
            .map(until -> until.atZone(person.schedule().zone()).toLocalDate()));
  }
}
