package org.regionwire.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.mention.PlaceFinder;

/**
 * Regions and event times found a second in items of 300 words, on one thread, by JMH, and how long
 * the gazetteer takes to load into a cold process.
 */
final class RegionsRow implements Row {
  @Override
  public List<Line> measure(Site site) throws Exception {
    long start = System.nanoTime();
    new PlaceFinder(Gazetteer.load());
    double loaded = (System.nanoTime() - start) / 1e6;
    var lines = new ArrayList<Line>();
    lines.add(
        new Line(
            "the gazetteer and its index, loaded once",
            Figures.rounded(loaded) + " ms",
            "",
            "≤ 250 ms"));
    var options = new OptionsBuilder().include(RegionsBenchmark.class.getName()).build();
    for (RunResult result : new Runner(options).run()) {
      boolean places = result.getPrimaryResult().getLabel().equals("places");
      lines.add(
          places
              ? line("places found", result, "≥ 3,000/s")
              : line("the same and event times", result, ""));
    }
    return lines;
  }

  private static Line line(String what, RunResult result, String aim) {
    var rate = result.getPrimaryResult();
    return new Line(
        what + ", items of 300 words, one thread (JMH)",
        Figures.rounded(rate.getScore()) + "/s",
        "± " + Figures.rounded(rate.getScoreError()),
        aim);
  }
}
