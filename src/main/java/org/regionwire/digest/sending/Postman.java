package org.regionwire.digest.sending;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Patience;
import org.regionwire.digest.Settlement;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;

/**
 * Hands letters over one after the other. One goes only when the ledger has it as about to go, and
 * the one before it as gone: who dies leaves one letter in doubt. The rest of the talk with the
 * server goes on while the ledger commits.
 */
final class Postman {
  private final Outbox outbox;
  private final Clerk clerk;
  private final Breaker breaker;
  private final Consumer<Settlement> refused;
  private final Clock clock;

  /** What became of the last one: written together with the beginning of the next. */
  private Optional<Report> ended = Optional.empty();

  /**
   * @param refused hears of each letter that nobody takes, once that is in the ledger
   */
  Postman(Outbox outbox, Clerk clerk, Breaker breaker, Consumer<Settlement> refused, Clock clock) {
    this.refused = refused;
    this.outbox = outbox;
    this.clerk = clerk;
    this.breaker = breaker;
    this.clock = clock;
  }

  /**
   * Waits for its turn, hands it over, and files what became of it. A letter whose lease is about
   * to end is left to whoever takes it next.
   *
   * @throws RuntimeException when the ledger cannot be written, or for a mistake of ours
   */
  void deliver(Ready ready) {
    awaitTurn(ready);
    var letter = ready.letter();
    var now = clock.instant();
    var rest = breaker.rests(letter.destination(), now);
    if (rest.isPresent() || now.plus(Outbox.LONGEST).isAfter(ready.until())) {
      giveBack(ready, "waits for its turn", rest.orElse(now));
      return;
    }
    var begun = clerk.file(Stream.concat(ended.stream(), Stream.of(new Report.Begin(ready))));
    ended = Optional.empty();
    var outcome = outbox.send(ready.contents().mail(), begun::join);
    if (begun.join()) {
      end(ready, outcome);
    } else {
      giveBack(ready, "held", now.plus(Patience.after(1)));
    }
  }

  private void awaitTurn(Ready ready) {
    if (ready.left() > 0) {
      finish();
    }
    for (long left = ready.left(); left > 0; left = ready.left()) {
      LockSupport.parkNanos(left);
    }
  }

  private void giveBack(Ready ready, String why, Instant later) {
    var back = Settlement.givenBack(ready.letter(), why, clock.instant(), later);
    clerk.file(Stream.of(new Report.End(back, ready.contents())));
  }

  private void end(Ready ready, Outcome outcome) {
    var now = clock.instant();
    var letter = ready.letter();
    breaker
        .heard(letter.destination(), outcome, now)
        .ifPresent(pause -> clerk.file(Stream.of(new Report.Hold(pause))));
    var settlement = Settlement.of(letter, outcome, now);
    ended = Optional.of(new Report.End(settlement, ready.contents()));
    if (settlement.state() == Letter.State.REJECTED) {
      finish();
      refused.accept(settlement);
    }
  }

  /** Returns when what became of the last one is on the disk. To be called before a rest. */
  void finish() {
    var last = ended;
    ended = Optional.empty();
    last.ifPresent(report -> clerk.file(Stream.of(report)).join());
  }
}
