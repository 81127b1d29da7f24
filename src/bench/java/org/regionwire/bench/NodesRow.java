package org.regionwire.bench;

import java.time.Duration;
import java.util.ArrayList;
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
        var sends = Raw.start(site.home("raw"), broker.address(), Raw.Queue.KEEP)) {
      for (int round = 0; round < RAW_WARM_ROUNDS; round++) {
        sends.run(ROUND);
      }
      var raw = new Side("raw over TCP", () -> sends.run(ROUND));
      List<Line> lines = new ArrayList<>();
      lines.addAll(against(raw, site, Nodes.ALIKE, "three nodes", "≥ 0.40"));
      lines.addAll(against(raw, site, Nodes.TOLD_APART, "two of three nodes, told apart", ""));
      lines.add(0, raw.line("raw durable sends over TCP, 16 producers", ""));
      return lines;
    }
  }

  private static List<Line> against(
      Side raw, Site site, List<String> roles, String name, String aim) throws Exception {
    try (var nodes = Nodes.start(site, roles)) {
      nodes.warm(ROUND);
      var accepted = new Side(name, () -> archived(nodes));
      for (int round = 0; round < ROUNDS; round++) {
        accepted.measure(raw);
      }
      double[] millis = nodes.millisToFeed(LOOKS);
      return List.of(
          accepted.line(
              "POST /items to " + name + ", 16 connections, everything on ÷ raw over TCP",
              aim,
              nodes.cost()),
          new Line(
              "POST at one node → feed of another, idle; " + name,
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
