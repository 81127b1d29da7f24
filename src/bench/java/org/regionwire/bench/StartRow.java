package org.regionwire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the start of the process to the ready line, and the memory it takes. */
final class StartRow implements Row {
  private static final String HEAP = "-Xmx256m";
  private static final int TIMES = 5;
  private static final long SETTLE_MILLIS = 5_000;
  private static final long IDLE_MILLIS = 20_000;

  @Override
  public List<Line> measure(Site site) throws Exception {
    var fresh = new ArrayList<Double>();
    var known = new ArrayList<Double>();
    for (int i = 0; i < TIMES; i++) {
      Path home = site.home("start");
      fresh.add(seconds(site, home));
      known.add(seconds(site, home));
      System.out.printf("  new %.2f s, existing %.2f s%n", fresh.get(i), known.get(i));
    }
    var lines = new ArrayList<Line>();
    lines.add(started("new", fresh));
    lines.add(started("existing", known));
    lines.addAll(memory(site));
    return lines;
  }

  private static double seconds(Site site, Path home) throws Exception {
    try (var wire = Wire.start(site, home, HEAP)) {
      return wire.startSeconds();
    }
  }

  private static Line started(String folder, List<Double> seconds) {
    String figure = Figures.ratio(Figures.median(seconds)) + " s";
    return new Line("start to ready, " + folder + " data folder", figure, "", "≤ 3.5 s");
  }

  private static List<Line> memory(Site site) throws Exception {
    try (var wire = Wire.start(site, site.home("memory"), HEAP)) {
      Thread.sleep(SETTLE_MILLIS);
      double early = wire.residentMegabytes();
      Thread.sleep(IDLE_MILLIS);
      double later = wire.residentMegabytes();
      return List.of(
          new Line(
              "memory (-Xmx256m), 5 s after start", Figures.rounded(early) + " MB", "", "≤ 220 MB"),
          new Line("memory (-Xmx256m), 25 s after start", Figures.rounded(later) + " MB", "", ""));
    }
  }
}
