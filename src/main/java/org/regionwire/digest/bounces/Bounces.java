package org.regionwire.digest.bounces;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.mail.ReturnAddresses.Mark;
import org.regionwire.digest.mail.ReturnAddresses.Purpose;
import org.regionwire.digest.mail.returned.Returned;
import org.regionwire.digest.mail.returned.Returned.Kind;
import org.regionwire.digest.subscribing.Leaving;

/** Does what follows from what came back. Each may come twice. */
public final class Bounces {
  /** What became of it. */
  public enum Verdict {
    /** Done, or nothing follows from it. */
    DONE,
    /** A person has to read it. */
    UNCLEAR
  }

  private final JdbiBooks books;
  private final Leaving leaving;
  private final Suppressing suppressing;
  private final BounceRate rate;
  private final Clock clock;

  public Bounces(Database database, Tokens tokens, Leaving leaving, BounceRate rate, Clock clock) {
    this.books = new JdbiBooks(database);
    this.leaving = leaving;
    this.suppressing = new Suppressing(tokens);
    this.rate = rate;
    this.clock = clock;
  }

  /**
   * @throws RuntimeException when the ledger cannot be used: it is to be taken again
   */
  public Verdict take(Returned returned) {
    var marks = returned.marks();
    return switch (returned.kind()) {
      case AUTOMATIC -> Verdict.DONE;
      case UNCLEAR -> Verdict.UNCLEAR;
      case FAILED -> failed(returned, clock.instant());
      case COMPLAINT, LEAVE -> {
        marks.stream().limit(1).forEach(mark -> ended(mark, returned));
        yield marks.isEmpty() ? Verdict.UNCLEAR : Verdict.DONE;
      }
    };
  }

  /** Of a letter that is forgotten nothing follows any more. */
  private Verdict failed(Returned returned, Instant now) {
    var letters = letters(returned.marks());
    books.write(
        open -> {
          letters.stream()
              .flatMap(id -> open.ledger().find(id).stream())
              .forEach(
                  letter ->
                      suppressing.failed(open, letter, returned.status(), returned.words(), now));
          return true;
        });
    rate.look();
    return letters.isEmpty() ? Verdict.UNCLEAR : Verdict.DONE;
  }

  private static List<String> letters(List<Mark> marks) {
    return marks.stream()
        .filter(mark -> mark.purpose() == Purpose.BOUNCE)
        .map(Mark::id)
        .limit(1)
        .toList();
  }

  private void ended(Mark mark, Returned returned) {
    var now = clock.instant();
    Optional<String> person = books.read(open -> person(open, mark));
    if (returned.kind() == Kind.LEAVE) {
      person.ifPresent(leaving::leave);
      return;
    }
    books.write(
        open -> {
          if (mark.purpose() == Purpose.BOUNCE && person.isPresent()) {
            open.returns().add(mark.id(), "complaint", "", returned.words(), now);
          }
          person.ifPresent(id -> suppressing.complained(open, id, now));
          return true;
        });
  }

  private static Optional<String> person(Open open, Mark mark) {
    return mark.purpose() == Purpose.LEAVE
        ? Optional.of(mark.id())
        : open.ledger().find(mark.id()).map(Letter::subscriber);
  }
}
