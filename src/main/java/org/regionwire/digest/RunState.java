package org.regionwire.digest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param letters by state, as words
 * @param unsure of all its letters those that may have gone out twice
 * @param last when the last of them was settled; the epoch when none is
 */
public record RunState(String run, Map<String, Long> letters, long unsure, Instant last) {
  public RunState {
    letters = Map.copyOf(letters);
  }

  /** Several as one, named as the latest of them; empty of none. */
  public static Optional<RunState> together(List<RunState> runs) {
    return runs.stream().reduce(RunState::with);
  }

  private RunState with(RunState other) {
    Map<String, Long> both = new HashMap<>(letters);
    other.letters().forEach((state, count) -> both.merge(state, count, Long::sum));
    return new RunState(
        run, both, unsure + other.unsure(), last.isAfter(other.last()) ? last : other.last());
  }

  public long all() {
    return letters.values().stream().mapToLong(Long::longValue).sum();
  }

  public long of(String state) {
    return letters.getOrDefault(state, 0L);
  }

  /** {@code 12 accepted, 3 waiting, 1 rejected, 0 cancelled, 0 uncertain}. */
  public String words() {
    return "%,d accepted, %,d waiting, %,d rejected, %,d cancelled, %,d uncertain; %,d may have come twice"
        .formatted(
            of("accepted"),
            of("planned") + of("leased") + of("sending"),
            of("rejected"),
            of("cancelled"),
            of("uncertain"),
            unsure);
  }

  /** Those of which nothing more is to be done. */
  public long settled() {
    return of("accepted") + of("rejected") + of("cancelled");
  }
}
