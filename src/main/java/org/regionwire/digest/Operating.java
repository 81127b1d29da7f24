package org.regionwire.digest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.regionwire.archive.Database;
import org.regionwire.digest.Pause.Scope;

/** What an operator sees of letters, and decides about them. */
public final class Operating {
  private final JdbiBooks books;
  private final Clock clock;

  public Operating(Database database, Clock clock) {
    this.books = new JdbiBooks(database);
    this.clock = clock;
  }

  /**
   * From the next letter on nothing of this goes out. Twice is the same as once.
   *
   * @param name which of the scope; empty for all
   */
  public void pause(Scope scope, String name, String reason) {
    var now = clock.instant();
    books.write(
        open -> {
          open.pauses().add(new Pause(scope, name, now, Pause.OPEN, reason));
          return true;
        });
  }

  /** Lets it go again, within seconds; false when nothing held it. */
  public boolean resume(Scope scope, String name) {
    var now = clock.instant();
    return books.write(
        open -> {
          boolean held = open.pauses().end(scope, name);
          open.reminders().remindOfAll(now);
          return held;
        });
  }

  /** What is held, the oldest first. */
  public List<Pause> pauses() {
    return books.read(open -> open.pauses().at(clock.instant()));
  }

  /** Runs since then, the latest first. */
  public List<RunState> runs(Instant since) {
    return books.read(open -> open.runs().since(since));
  }

  /** Letters of these runs that are to be sent yet. */
  public long waiting(Instant since) {
    return runs(since).stream().mapToLong(run -> run.all() - run.settled()).sum();
  }

  /** Letters of which nobody knows whether they went out, the oldest first. */
  public List<Doubt> uncertain(int most) {
    return books.read(open -> open.runs().uncertain(most));
  }

  /**
   * Decides about a letter in doubt: as sent, so that it never goes out again.
   *
   * @return false when it is not in doubt, or someone is sending it now
   */
  public boolean countAsSent(String letter) {
    var now = clock.instant();
    return books.write(
        open ->
            open.ledger()
                .find(letter)
                .filter(found -> found.state() == Letter.State.UNCERTAIN)
                .filter(found -> settled(open, found, now))
                .isPresent());
  }

  private static boolean settled(JdbiBooks.Open open, Letter letter, Instant now) {
    var sent = Settlement.countedAsSent(letter, now);
    var end = new Report.End(sent, LetterContents.NOTHING, letter.upTo());
    return Report.write(open, List.of(end), now).get(0);
  }

  /** Sends it again within seconds; false when it is not in doubt. */
  public boolean sendAgain(String letter) {
    var now = clock.instant();
    return books.write(open -> open.reminders().hurry(letter, now));
  }
}
