package org.regionwire.digest;

import java.time.Instant;
import org.regionwire.digest.Letter.State;
import org.regionwire.digest.mail.Outcome;

/**
 * What became of a leased letter.
 *
 * @param at when
 * @param later not to be tried before, unless it is final
 * @param isTried whether it was its turn
 */
public record Settlement(
    Letter letter, State state, String reply, Instant at, Instant later, boolean isTried) {
  /** A letter that is refused for what we are is tried so often: the reader is not to blame. */
  private static final int TRIES = 8;

  private Settlement(Letter letter, State state, String reply, Instant at, Instant later) {
    this(letter, state, reply, at, later, true);
  }

  /** By what the other side said. */
  public static Settlement of(Letter letter, Outcome outcome, Instant now) {
    var later = now.plus(Patience.after(letter.tries() + 1));
    if (outcome.isAboutUs() && letter.tries() + 1 < TRIES) {
      return waiting(letter, outcome.reply(), now, later);
    }
    return switch (outcome.kind()) {
      case ACCEPTED -> new Settlement(letter, State.ACCEPTED, outcome.reply(), now, now);
      case REJECTED -> new Settlement(letter, State.REJECTED, outcome.reply(), now, now);
      case DEFERRED -> waiting(letter, outcome.reply(), now, later);
      case UNCERTAIN -> new Settlement(letter, State.UNCERTAIN, outcome.reply(), now, later);
    };
  }

  /**
   * Back among those that wait. One that may have gone out before stays uncertain: no other may
   * take its place.
   */
  private static Settlement waiting(Letter letter, String reply, Instant now, Instant later) {
    var state = letter.unsure() ? State.UNCERTAIN : State.PLANNED;
    return new Settlement(letter, state, reply, now, later);
  }

  public static Settlement countedAsSent(Letter letter, Instant now) {
    return new Settlement(letter, State.ACCEPTED, "counted as sent by the operator", now, now);
  }

  public static Settlement cancelled(Letter letter, Instant now) {
    return new Settlement(letter, State.CANCELLED, "nothing left to say", now, now);
  }

  /** Back in the ledger without a try: its turn has not come. */
  public static Settlement givenBack(Letter letter, String why, Instant now, Instant later) {
    var waiting = waiting(letter, why, now, later);
    return new Settlement(letter, waiting.state(), why, now, later, false);
  }

  public boolean isFinal() {
    return state == State.ACCEPTED || state == State.REJECTED || state == State.CANCELLED;
  }

  /** Whether the person surely has nothing of it. */
  public boolean isUnsent() {
    return (state == State.REJECTED || state == State.PLANNED) && !letter.unsure();
  }

  /** Whether everything up to its end counts as told. */
  public boolean isTold() {
    return state == State.ACCEPTED || state == State.CANCELLED;
  }
}
