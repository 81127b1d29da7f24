package org.regionwire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Measures and prints a table. With {@code -Dbench.only=post,feed} only these rows: post, backlog,
 * feed, delivery, growth, push, letters, many, start, regions, render, shelf, walk, nodes.
 */
public final class Bench {
  private static final Map<String, Row> ROWS = new LinkedHashMap<>();

  static {
    ROWS.put("post", new PostRow());
    ROWS.put("backlog", new BacklogRow());
    ROWS.put("feed", new FeedRow());
    ROWS.put("delivery", new DeliveryRow());
    ROWS.put("growth", new GrowthRow());
    ROWS.put("push", new PushRow());
    ROWS.put("letters", new LettersRow());
    ROWS.put("many", new ManyRow());
    ROWS.put("start", new StartRow());
    ROWS.put("regions", new RegionsRow());
    ROWS.put("render", new RenderRow());
    ROWS.put("shelf", new ShelfRow());
    ROWS.put("walk", new WalkRow());
    ROWS.put("nodes", new NodesRow());
  }

  private Bench() {}

  public static void main(String[] args) throws Exception {
    String only = System.getProperty("bench.only", "").strip();
    var wanted = only.isEmpty() ? ROWS.keySet() : Set.of(only.split("[ ,]+"));
    Runtime.getRuntime().addShutdownHook(new Thread(Bench::endAll));
    String machine = Machine.describe();
    long start = System.nanoTime();
    var site = Site.in(Path.of("").toAbsolutePath());
    var lines = new ArrayList<Line>();
    for (var row : ROWS.entrySet()) {
      if (wanted.contains(row.getKey())) {
        System.out.println(row.getKey());
        lines.addAll(measure(row.getKey(), row.getValue(), site));
      }
    }
    print(machine, Load.best(site).name(), lines);
    System.out.printf("%.0f s%n", (System.nanoTime() - start) / 1e9);
    site.clear();
  }

  /** Of an interrupted bench nothing is left running. */
  private static void endAll() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
  }

  private static List<Line> measure(String name, Row row, Site site) {
    try {
      return row.measure(site);
    } catch (Exception e) {
      return List.of(Line.notMeasured(name, e.toString()));
    }
  }

  private static void print(String machine, String load, List<Line> lines) {
    System.out.println();
    System.out.println(machine + " · load by " + load);
    System.out.println(new Line("what", "figure", "ratio (least–most)", "aim"));
    System.out.println(new Line("---", "---", "---", "---"));
    lines.forEach(System.out::println);
  }
}
