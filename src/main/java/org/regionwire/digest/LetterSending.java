package org.regionwire.digest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Suppressing suppressing;
  private final Clock clock;

  public LetterSending(
      Database database, LetterContents contents, Outbox outbox, Tokens tokens, Clock clock) {
    this.suppressing = new Suppressing(tokens);
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
    var said = contents.of(letter, waiting.get().person(), waiting.get().subscriptions(), now);
    if (said.isEmpty()) {
      books.write(open -> cancel(open, letter, now));
    } else if (books.write(open -> claim(open, letter, said.get().edition(), now))) {
      var outcome = outbox.send(said.get().mail());
      boolean settled =
          books.write(open -> settle(open, letter, said.get(), outcome, clock.instant()));
      if (!settled && books.read(open -> open.ledger().find(letterId).isEmpty())) {
        // Its reader was erased meanwhile, and the outbox before it had the letter.
        outbox.erase(Set.of(letterId));
      }
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

  /** Before the first byte goes out it is written down what this person will have got. */
  private static boolean claim(Open open, Letter letter, Edition edition, Instant now) {
    boolean claimed = open.ledger().claim(letter, now.plus(LEASE));
    if (claimed && letter.kind() == Letter.Kind.DIGEST) {
      open.editions().record(letter.id(), edition);
    }
    return claimed;
  }

  /**
   * A letter that may have gone out before stays uncertain when it is deferred: no other one may
   * take its place.
   */
  private boolean settle(Open open, Letter before, Contents said, Outcome outcome, Instant now) {
    var letter = before.claimed();
    String reply = outcome.reply();
    var later = now.plus(Patience.after(letter.attempts()));
    boolean unsent = before.state() == Letter.State.PLANNED;
    return switch (outcome.kind()) {
      case ACCEPTED -> {
        boolean settled = open.ledger().settle(letter, Letter.State.ACCEPTED, reply, now);
        yield settled && moveCursors(open, letter, said.upTo());
      }
      case REJECTED -> {
        boolean settled = open.ledger().settle(letter, Letter.State.REJECTED, reply, now);
        if (settled) {
          suppressing.refused(open, letter, reply, now);
        }
        yield settled && forget(open, letter, said, unsent);
      }
      case DEFERRED -> {
        boolean postponed = open.ledger().postpone(letter, before.state(), reply, later);
        yield postponed && forget(open, letter, said, unsent);
      }
      case UNCERTAIN -> open.ledger().postpone(letter, Letter.State.UNCERTAIN, reply, later);
    };
  }

  private static boolean forget(Open open, Letter letter, Contents said, boolean unsent) {
    if (unsent) {
      open.editions().forget(letter.id(), said.edition());
    }
    return true;
  }

  private static boolean cancel(Open open, Letter letter, Instant now) {
    String why = "nothing left to say";
    return open.ledger().settle(letter, Letter.State.CANCELLED, why, now)
        && moveCursors(open, letter, letter.upTo());
  }

  /** With the letter, and only with it, the cursors move. What was rejected comes tomorrow. */
  private static boolean moveCursors(Open open, Letter letter, long upTo) {
    if (letter.kind() == Letter.Kind.DIGEST) {
      open.subscribers().moveCursor(letter.subscriber(), upTo);
      open.subscriptions().moveCursors(letter.subscriptions(), upTo);
    }
    return true;
  }
}
