package org.regionwire.bench;

import java.util.List;

/** From a POST until the item stands in a feed, one at a time on an idle wire. */
final class FeedRow implements Row {
  private static final int WARM = 300;
  private static final int TIMES = 500;

  @Override
  public List<Line> measure(Site site) throws Exception {
    try (var wire = Wire.start(site, site.home("feed"));
        var poster = new Poster(wire)) {
      new Posting(Load.best(site), wire).warm();
      poster.millisToFeed(WARM);
      double[] millis = poster.millisToFeed(TIMES);
      return List.of(
          line("p50", Figures.percentile(millis, 0.5), "≤ 10 ms"),
          line("p99", Figures.percentile(millis, 0.99), "≤ 80 ms"),
          line("p50 of the answer alone", Figures.median(poster.answers(TIMES)), ""));
    }
  }

  private static Line line(String part, double millis, String aim) {
    return new Line(
        "POST → in the feed, one at a time, idle, " + part,
        Figures.rounded(millis) + " ms",
        "",
        aim);
  }
}
