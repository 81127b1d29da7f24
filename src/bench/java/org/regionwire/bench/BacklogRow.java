package org.regionwire.bench;

import java.time.Duration;
import java.util.List;

/** How long after full load the last item is stored. */
final class BacklogRow implements Row {
  private static final Duration LOAD = Duration.ofSeconds(15);
  private static final Duration MOST = Duration.ofSeconds(30);

  @Override
  public List<Line> measure(Site site) throws Exception {
    var load = Load.best(site);
    try (var wire = Wire.start(site, site.home("backlog"))) {
      var outcome = load.run(wire.port(), wire.posts(PostRow.REQUESTS), PostRow.CONNECTIONS, LOAD);
      var archive = new ArchiveFile(wire.home());
      long stored = archive.count();
      String last = PostRow.postOne(wire);
      double seconds = archive.secondsUntil(outcome.answered() + 1, last, MOST);
      String figure =
          Double.isNaN(seconds)
              ? "not gone after " + MOST.toSeconds() + " s"
              : Figures.ratio(seconds) + " s";
      return List.of(
          new Line(
              "backlog gone after 15 s of full load (%,d accepted, %,d waiting at the end)"
                  .formatted(outcome.answered(), Math.max(0, outcome.answered() - stored)),
              figure,
              "",
              "≤ 2 s"));
    }
  }
}
