package org.regionwire;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.regionwire.digest.planning.DigestPlan;
import org.regionwire.digest.sending.LetterSending;
import org.regionwire.digest.sending.Sweep;
import org.regionwire.figures.Mending;
import org.regionwire.figures.Upkeep;
import org.regionwire.signals.Metrics;

/** Digests as the routes see them: what is due, what is lost, and sending, by letter ids. */
public final class Digests {
  private static final int IN_A_MESSAGE = 100;

  private final DigestPlan plan;
  private final LetterSending sending;
  private final Sweep sweep;
  private final Upkeep upkeep;
  private final Clock clock;
  private final Metrics metrics;

  Digests(
      DigestPlan plan,
      LetterSending sending,
      Sweep sweep,
      Upkeep upkeep,
      Clock clock,
      Metrics metrics) {
    this.metrics = metrics;
    this.plan = plan;
    this.sending = sending;
    this.sweep = sweep;
    this.upkeep = upkeep;
    this.clock = clock;
  }

  public List<String> due() {
    return packed(plan.due(clock.instant()));
  }

  /** As {@link #lost()}, but only those that someone asked for and waits for. */
  public List<String> lostOnesAskedFor() {
    return packed(found("asked-letter", sweep.lostOnesAskedFor(clock.instant())));
  }

  public List<String> lost() {
    var lost = sweep.lost(clock.instant());
    upkeep.looked(Mending.REMINDERS, lost.size());
    return packed(found("letter", lost));
  }

  private <T> List<T> found(String what, List<T> lost) {
    metrics.found(what, lost.size());
    return lost;
  }

  /** Ids of several letters in each message. */
  private static List<String> packed(List<String> ids) {
    List<String> messages = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += IN_A_MESSAGE) {
      messages.add(String.join(" ", ids.subList(from, Math.min(ids.size(), from + IN_A_MESSAGE))));
    }
    return messages;
  }

  /** Whatever was kept long enough. */
  public void forget() {
    sweep.forget(clock.instant());
    upkeep.looked(Mending.ERASING, 0);
  }

  /**
   * The ledger decides about each letter; one that cannot be sent now does not hold up the others.
   *
   * @param messages each with ids of letters, separated by spaces
   */
  public void send(List<String> messages) {
    sending.send(messages.stream().flatMap(ids -> Stream.of(ids.split(" "))).toList());
  }

  /** Plans and sends what is due by the clock, without the queue. */
  int run() {
    int all = 0;
    for (var letters = plan.due(clock.instant()); !letters.isEmpty(); ) {
      sending.send(letters);
      all += letters.size();
      letters = plan.due(clock.instant());
    }
    return all;
  }
}
