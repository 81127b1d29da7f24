package org.regionwire.bench;

import java.time.Duration;

/** Full load on one wire, and what it costs. */
final class Posting implements AutoCloseable {
  static final Duration ROUND = Duration.ofSeconds(4);

  private static final int WARM = 60_000;
  private static final int MOST_ROUNDS = 20;

  private final Load load;
  private final Wire wire;
  private long accepted;
  private Duration processorTime = Duration.ZERO;

  Posting(Load load, Wire wire) {
    this.load = load;
    this.wire = wire;
  }

  Wire wire() {
    return wire;
  }

  /** By count, because a busy machine compiles slowly. */
  void warm() throws Exception {
    for (int round = 0; round < MOST_ROUNDS && accepted < WARM; round++) {
      perSecond();
    }
    accepted = 0;
    processorTime = Duration.ZERO;
  }

  double perSecond() throws Exception {
    Duration before = wire.processorTime();
    var outcome = load.run(wire.port(), wire.posts(PostRow.REQUESTS), PostRow.CONNECTIONS, ROUND);
    if (outcome.failed() > 0) {
      System.out.println("  POST /items: " + outcome.failed() + " not accepted");
    }
    accepted += outcome.answered();
    processorTime = processorTime.plus(wire.processorTime().minus(before));
    return outcome.perSecond();
  }

  String cost() {
    double millis = processorTime.toMillis() / (double) Math.max(1, accepted);
    return ", " + Figures.ratio(millis) + " ms of processor each";
  }

  @Override
  public void close() throws Exception {
    wire.close();
  }
}
