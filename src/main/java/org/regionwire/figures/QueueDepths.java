package org.regionwire.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * How deep queues were in the last 24 hours, as this process has seen them: the deepest of each
 * five minutes.
 */
public final class QueueDepths {
  private static final Duration KEPT = Duration.ofHours(24);
  private static final long STEP_SECONDS = 300;

  private final List<String> queues;
  private final ToLongFunction<String> depth;
  private final Clock clock;
  private final NavigableMap<Instant, Map<String, Long>> steps = new TreeMap<>();

  /**
   * @param depth of a queue, in messages
   */
  public QueueDepths(List<String> queues, ToLongFunction<String> depth, Clock clock) {
    this.queues = List.copyOf(queues);
    this.depth = depth;
    this.clock = clock;
  }

  public List<String> queues() {
    return queues;
  }

  /** To be called every few seconds. */
  public void look() {
    Map<String, Long> now = new HashMap<>();
    queues.forEach(queue -> now.put(queue, depth.applyAsLong(queue)));
    keep(step(clock.instant()), now);
  }

  private synchronized void keep(Instant step, Map<String, Long> depths) {
    var deepest = steps.computeIfAbsent(step, newOne -> new HashMap<>());
    depths.forEach((queue, messages) -> deepest.merge(queue, messages, Math::max));
    steps.headMap(step.minus(KEPT)).clear();
  }

  private static Instant step(Instant time) {
    long seconds = time.getEpochSecond();
    return Instant.ofEpochSecond(seconds - seconds % STEP_SECONDS);
  }

  /** By the beginning of each five minutes, then by queue; nothing where nobody has looked. */
  public synchronized NavigableMap<Instant, Map<String, Long>> lastDay() {
    var day = new TreeMap<Instant, Map<String, Long>>();
    Instant last = step(clock.instant());
    for (var at = last.minus(KEPT); !at.isAfter(last); at = at.plusSeconds(STEP_SECONDS)) {
      day.put(at, Map.copyOf(steps.getOrDefault(at, Map.of())));
    }
    return day;
  }
}
