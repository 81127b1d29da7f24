package org.regionwire.digest.operating;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.digest.Doubt;
import org.regionwire.digest.Letter;
import org.regionwire.digest.MailAddress;
import org.regionwire.digest.Pause;
import org.regionwire.digest.Pause.Scope;
import org.regionwire.digest.RunState;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.sending.LetterSending;

/** What an operator sees of letters, and decides about them. */
public final class Operating {
  private static final Duration LATELY = Duration.ofMinutes(1);

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

  /** The domain of letters, as the ledger has it; empty when that is none. */
  public static Optional<String> destination(String typed) {
    String domain = typed.substring(typed.lastIndexOf('@') + 1);
    return MailAddress.parse("anyone@" + domain).map(MailAddress::destination);
  }

  /** Whether letters belong to it. */
  public boolean isRun(String run) {
    return !run.isEmpty() && books.read(open -> open.runs().has(run));
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

  /** How far one is; empty when no letter belongs to it. */
  public Optional<RunState> run(String name) {
    return books.read(open -> open.runs().named(name));
  }

  /** The same, each with how fast it went in the last minute. */
  public List<Progress> progress(Instant since) {
    var now = clock.instant();
    return books.read(
        open ->
            open.runs().since(since).stream()
                .map(run -> new Progress(run, perSecond(open, run, now)))
                .toList());
  }

  private static double perSecond(JdbiBooks.Open open, RunState run, Instant now) {
    if (run.settled() == run.all()) {
      return 0;
    }
    long age = Duration.between(Instant.parse(run.run()), now).toSeconds();
    long seconds = Math.max(1, Math.min(LATELY.toSeconds(), age));
    return open.runs().settled(run.run(), now.minusSeconds(seconds), now) / (double) seconds;
  }

  /** Letters of these runs that are to be sent yet. */
  public long waiting(Instant since) {
    return runs(since).stream().mapToLong(run -> run.all() - run.settled()).sum();
  }

  /** Letters that were handed over in {@code [from, until)}. */
  public long sent(Instant from, Instant until) {
    return books.read(open -> open.runs().accepted(from, until));
  }

  /** Letters that could have been sent for so long, and are not settled. */
  public long waitingFor(Duration time) {
    return books.read(open -> open.runs().waitingSince(clock.instant().minus(time)));
  }

  /** Letters of which nobody knows whether they went out, the oldest first. */
  public List<Doubt> uncertain(int most) {
    return books.read(open -> open.runs().uncertain(most));
  }

  /** How many there are. */
  public long uncertain() {
    return books.read(open -> open.runs().uncertain());
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
                .filter(found -> LetterSending.countAsSent(open, found, now))
                .isPresent());
  }

  /** Sends it again within seconds; false when it is not in doubt. */
  public boolean sendAgain(String letter) {
    var now = clock.instant();
    return books.write(open -> open.reminders().hurry(letter, now));
  }

  /**
   * Decides about one letter in doubt.
   *
   * @param again whether it goes out again; else it counts as sent
   * @return false when it is not in doubt
   */
  public boolean decide(String letter, boolean again) {
    return again ? sendAgain(letter) : countAsSent(letter);
  }

  /**
   * The same for all of them.
   *
   * @return how many there were
   */
  public long decideAll(boolean again) {
    if (again) {
      var now = clock.instant();
      return books.write(open -> open.reminders().hurryAll(now));
    }
    return uncertain(Integer.MAX_VALUE).stream().filter(one -> countAsSent(one.letter())).count();
  }
}
