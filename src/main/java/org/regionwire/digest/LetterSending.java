package org.regionwire.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.digest.JdbiBooks.Open;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;

/**
 * Sends letters: claim, commit, send, settle. The one moment nobody can close is between the last
 * byte and the commit of the settling: who dies there leaves the letter in {@code sending}. When
 * its lease ends the sweep calls it uncertain, and it goes out again under the same Message-ID: one
 * duplicate at most for each such death, and no loss.
 */
public final class LetterSending {
  /** Longer than the slowest hand-over: were it shorter, a slow one would be sent twice. */
  static final Duration LEASE = Outbox.LONGEST.plusSeconds(10);

  private final JdbiBooks books;
  private final LetterContents contents;
  private final Outbox outbox;
  private final Clock clock;

  public LetterSending(Database database, LetterContents contents, Outbox outbox, Clock clock) {
    this.books = new JdbiBooks(database);
    this.contents = contents;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Sends one letter of the ledger, unless it is settled, being sent, or to be sent later: then
   * nothing happens. A letter that is deferred comes back by the sweep.
   *
   * @throws RuntimeException when the ledger or the archive cannot be used
   */
  public void send(String letterId) {
    var now = clock.instant();
    var waiting = books.read(open -> waiting(open, letterId, now));
    if (waiting.isEmpty()) {
      return;
    }
    var letter = waiting.get().letter();
    var mail = contents.of(letter, waiting.get().person(), waiting.get().subscriptions(), now);
    if (mail.isEmpty()) {
      books.write(open -> close(open, letter, Letter.State.CANCELLED, "nothing left to say", now));
    } else if (books.write(open -> open.ledger().claim(letter, now.plus(LEASE)))) {
      var outcome = outbox.send(mail.get());
      books.write(open -> settle(open, letter, outcome, clock.instant()));
    }
  }

  private record Waiting(Letter letter, Subscriber person, List<Subscription> subscriptions) {}

  private static Optional<Waiting> waiting(Open open, String letterId, Instant now) {
    return open.ledger()
        .find(letterId)
        .filter(letter -> letter.waits(now))
        .flatMap(
            letter ->
                open.subscribers()
                    .find(letter.subscriber())
                    .map(
                        person ->
                            new Waiting(letter, person, open.subscriptions().of(person.id()))));
  }

  /**
   * A letter that may have gone out before stays uncertain when it is deferred: no other one may
   * take its place.
   */
  private static boolean settle(Open open, Letter before, Outcome outcome, Instant now) {
    var letter = before.claimed();
    String reply = outcome.reply();
    var later = now.plus(Patience.after(letter.attempts()));
    return switch (outcome.kind()) {
      case ACCEPTED -> close(open, letter, Letter.State.ACCEPTED, reply, now);
      case REJECTED -> open.ledger().settle(letter, Letter.State.REJECTED, reply, now);
      case DEFERRED -> open.ledger().postpone(letter, before.state(), reply, later);
      case UNCERTAIN -> open.ledger().postpone(letter, Letter.State.UNCERTAIN, reply, later);
    };
  }

  /** With the letter, and only with it, the cursor moves. What was rejected comes tomorrow. */
  private static boolean close(
      Open open, Letter letter, Letter.State state, String reply, Instant now) {
    boolean settled = open.ledger().settle(letter, state, reply, now);
    if (settled && letter.kind() == Letter.Kind.DIGEST) {
      open.subscribers().moveCursor(letter.subscriber(), letter.upTo());
    }
    return settled;
  }
}
