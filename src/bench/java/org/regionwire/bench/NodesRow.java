package org.regionwire.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.regionwire.journey.ArtemisProcess;

/**
 * Submissions that three nodes accept, against raw durable sends over TCP to a broker like theirs,
 * which nobody consumes; and how soon one node shows what another accepted.
 */
final class NodesRow implements Row {
  private static final int RAW_WARM_ROUNDS = 4;
  private static final int ROUNDS = 4;
  private static final int LOOKS = 300;
  private static final Duration ROUND = Duration.ofSeconds(4);

  @Override
  public List<Line> measure(Site site) throws Exception {
    try (var broker = new ArtemisProcess(site.home("raw-broker")).starts(Map.of());
        var sends = Raw.start(site.home("raw"), broker.address(), Raw.Queue.KEEP);
        var nodes = Nodes.start(site)) {
      for (int round = 0; round < RAW_WARM_ROUNDS; round++) {
        sends.run(ROUND);
      }
      nodes.warm(ROUND);
      var raw = new Side("raw over TCP", () -> sends.run(ROUND));
      var three = new Side("three nodes", () -> archived(nodes));
      for (int round = 0; round < ROUNDS; round++) {
        three.measure(raw);
      }
      double[] millis = nodes.millisToFeed(LOOKS);
      return List.of(
          raw.line("raw durable sends over TCP, 16 producers", ""),
          three.line(
              "POST /items to three nodes, 16 connections, everything on ÷ raw over TCP",
              "≥ 0.40",
              nodes.cost()),
          new Line(
              "POST at one node → feed of another, idle",
              "p50 %s ms, p99 %s ms"
                  .formatted(
                      Figures.rounded(Figures.percentile(millis, 0.5)),
                      Figures.rounded(Figures.percentile(millis, 0.99))),
              "",
              "p99 ≤ 250 ms"));
    }
  }

  /** What is not archived in time must not disturb the next round. */
  private static double archived(Nodes nodes) throws Exception {
    double accepted = nodes.perSecond(ROUND);
    nodes.settle();
    return accepted;
  }
}
