package org.regionwire.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.regionwire.archive.Database;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.shelf.Press;
import org.regionwire.news.Selection;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;

/**
 * One feed of 50 entries, rendered in all formats on one thread, read from the archive each time.
 */
final class RenderRow implements Row {
  private static final int ITEMS = 1_000;
  private static final int ENTRIES = 50;
  private static final int WARM = 500;
  private static final int TIMES = 200;
  private static final int ROUNDS = 5;

  @Override
  public List<Line> measure(Site site) throws Exception {
    var home = site.home("render");
    new ArchiveFile(home).fill(ITEMS);
    var regions = new RegionFiles(Optional.empty(), Gazetteer.load());
    var clock = java.time.Clock.systemUTC();
    try (var database = Database.open("sqlite:" + home.resolve("regionwire.db"))) {
      var archive = new JdbiArchive(database, clock, new ItemJson());
      var press =
          new Press(
              archive,
              regions.regions(),
              regions.topics(),
              "http://127.0.0.1:8080",
              clock,
              ENTRIES);
      millis(press, WARM);
      var rounds = new ArrayList<Double>();
      var threads = ManagementFactory.getThreadMXBean();
      long before = threads.getCurrentThreadCpuTime();
      for (int round = 0; round < ROUNDS; round++) {
        rounds.add(millis(press, TIMES));
        System.out.printf("  %.2f ms%n", rounds.get(round));
      }
      long used = threads.getCurrentThreadCpuTime() - before;
      return List.of(
          new Line(
              "rendering 50 entries in all formats (" + FeedFormat.values().length + ")",
              Figures.ratio(Figures.median(rounds)) + " ms",
              Figures.ratio(used / 1e6 / ROUNDS / TIMES) + " ms of processor",
              "≤ 8 ms"));
    }
  }

  /** The mean. */
  private static double millis(Press press, int times) {
    long start = System.nanoTime();
    for (int i = 0; i < times; i++) {
      Arrays.stream(FeedFormat.values())
          .forEach(format -> press.render(new FeedKey(Selection.ALL, format)));
    }
    return (System.nanoTime() - start) / 1e6 / times;
  }
}
