package org.regionwire.nodes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.regionwire.archive.JdbiNodes;

/**
 * What one node at a time does, of several that could. Whoever has it keeps it as long as it asks;
 * a node that dies, or whose database is away, loses it within seconds.
 */
public final class Duty implements BooleanSupplier {
  private static final Duration LEASE = Duration.ofSeconds(6);
  private static final Duration RENEWED_BEFORE_END = Duration.ofSeconds(3);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

  private final JdbiNodes nodes;
  private final String name;
  private final String node;
  private final Clock clock;
  private Instant end = Instant.EPOCH;
  private Instant nextQuestion = Instant.EPOCH;

  /**
   * @param node of this process alone
   */
  Duty(JdbiNodes nodes, String name, String node, Clock clock) {
    this.nodes = nodes;
    this.name = name;
    this.node = node;
    this.clock = clock;
  }

  /** Whether it is ours now. Asks the database about each second. */
  @Override
  public synchronized boolean getAsBoolean() {
    Instant now = clock.instant();
    boolean mine = now.isBefore(end);
    boolean fresh = now.isBefore(end.minus(RENEWED_BEFORE_END));
    if (fresh || now.isBefore(nextQuestion)) {
      return mine;
    }
    nextQuestion = now.plus(BETWEEN_QUESTIONS);
    Instant until = now.plus(LEASE);
    if (nodes.takes(name, node, now, until)) {
      end = until;
      return true;
    }
    end = Instant.EPOCH;
    return false;
  }

  /** As of the last time it was asked. */
  public synchronized boolean held() {
    return clock.instant().isBefore(end);
  }
}
