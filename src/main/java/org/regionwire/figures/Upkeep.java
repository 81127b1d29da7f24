package org.regionwire.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When lost work was last looked for in this process, and how much was found. */
public final class Upkeep {
  /** So many times longer than usual a look may take before somebody should know. */
  private static final int PATIENCE = 6;

  private final Clock clock;
  private final Instant since;
  private final Map<Mending, Round> rounds = new EnumMap<>(Mending.class);

  /**
   * Of one kind.
   *
   * @param found in the last look
   * @param lastFound when there was something; empty for never
   * @param all found since the process began
   */
  public record Round(
      Mending what, Instant last, long found, Optional<Instant> lastFound, long all) {}

  public Upkeep(Clock clock) {
    this.clock = clock;
    this.since = clock.instant();
  }

  /** A look has ended. */
  public synchronized void looked(Mending what, long found) {
    Instant now = clock.instant();
    var before = Optional.ofNullable(rounds.get(what));
    var lastFound = found > 0 ? Optional.of(now) : before.flatMap(Round::lastFound);
    long all = before.map(Round::all).orElse(0L) + found;
    rounds.put(what, new Round(what, now, found, lastFound, all));
  }

  /** Those that this process does. */
  public synchronized List<Round> rounds() {
    return List.copyOf(rounds.values());
  }

  /** Whether the last look is longer ago than it should be. */
  public boolean isLate(Round round) {
    Duration silence = Duration.between(round.last(), clock.instant());
    return silence.compareTo(round.what().each().multipliedBy(PATIENCE)) > 0;
  }

  /** When the process began. */
  public Instant since() {
    return since;
  }
}
