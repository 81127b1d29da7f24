package org.regionwire;

import java.time.Clock;
import java.util.List;
import org.regionwire.digest.DigestPlan;
import org.regionwire.digest.LetterSending;
import org.regionwire.digest.Sweep;

/** Digests as the routes see them: what is due, what is lost, and sending, by letter ids. */
public final class Digests {
  private final DigestPlan plan;
  private final LetterSending sending;
  private final Sweep sweep;
  private final Clock clock;

  Digests(DigestPlan plan, LetterSending sending, Sweep sweep, Clock clock) {
    this.plan = plan;
    this.sending = sending;
    this.sweep = sweep;
    this.clock = clock;
  }

  public List<String> due() {
    return plan.due(clock.instant());
  }

  public List<String> lost() {
    return sweep.lost(clock.instant());
  }

  /** Whatever was kept long enough. */
  public void forget() {
    sweep.forget(clock.instant());
  }

  /**
   * The ledger decides about each letter; one that cannot be sent now does not hold up the others.
   */
  public void send(List<String> letterIds) {
    letterIds.forEach(sending::send);
  }

  /** Plans and sends what is due by the clock, without the queue. */
  int run() {
    List<String> letters = due();
    send(letters);
    return letters.size();
  }
}
