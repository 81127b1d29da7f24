package org.regionwire.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The same on a wire with 100,000 archived items as on one with 100. */
final class GrowthRow implements Row {
  private static final int FEW = 100;
  private static final int MANY = 100_000;
  private static final int WARM = 200;
  private static final int TIMES = 100;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(2);
  private static final Request FEED =
      Request.get("/feeds/all.atom").with("Accept-Encoding", "gzip");

  @Override
  public List<Line> measure(Site site) throws Exception {
    var load = Load.best(site);
    try (var few = filled(site, FEW);
        var many = filled(site, MANY);
        var postsFew = new Poster(few);
        var postsMany = new Poster(many)) {
      postsFew.millisToFeed(WARM);
      postsMany.millisToFeed(WARM);
      return List.of(
          posts(postsFew, postsMany),
          gets(load, few, many, FEED, "GET of a feed", "≤ 1.2"),
          gets(load, few, many, Request.get("/regions/malmo"), "GET of a region's page", ""),
          gets(load, few, many, Request.get("/"), "GET of the first page", ""));
    }
  }

  private static Wire filled(Site site, int items) throws Exception {
    var home = site.home("growth");
    long start = System.nanoTime();
    new ArchiveFile(home).fill(items);
    System.out.printf("  %,d items archived in %.1f s%n", items, (System.nanoTime() - start) / 1e9);
    return Wire.start(site, home);
  }

  private static Line posts(Poster few, Poster many) throws Exception {
    var ratios = new ArrayList<Double>();
    var millis = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      double small = Figures.percentile(few.millisToFeed(TIMES), 0.5);
      double large = Figures.percentile(many.millisToFeed(TIMES), 0.5);
      System.out.printf("  POST → feed, p50: %.2f ms, %.2f ms%n", small, large);
      millis.add(large);
      ratios.add(large / small);
    }
    String figure = Figures.ratio(Figures.median(millis)) + " ms";
    return new Line(
        "growth: POST → feed at 100,000 items ÷ at 100", figure, Figures.spread(ratios), "≤ 1.2");
  }

  /** The ratio is of the time each takes. */
  private static Line gets(Load load, Wire few, Wire many, Request request, String what, String aim)
      throws Exception {
    var ratios = new ArrayList<Double>();
    var rates = new ArrayList<Double>();
    DeliveryRow.rate(load, few.port(), request, ROUND);
    DeliveryRow.rate(load, many.port(), request, ROUND);
    for (int round = 0; round < ROUNDS; round++) {
      double small = DeliveryRow.rate(load, few.port(), request, ROUND);
      double large = DeliveryRow.rate(load, many.port(), request, ROUND);
      rates.add(large);
      ratios.add(small / large);
    }
    String figure = Figures.rounded(Figures.median(rates)) + "/s";
    return new Line(
        "growth: " + what + " at 100,000 items ÷ at 100", figure, Figures.spread(ratios), aim);
  }
}
