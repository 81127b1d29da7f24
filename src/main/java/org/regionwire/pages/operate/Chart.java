package org.regionwire.pages.operate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A chart, as numbers. It is drawn into a box of {@link #width()} by {@link #HEIGHT}, which is
 * stretched to its place on the page; what stands at its axes is text of the page.
 *
 * @param id of its elements
 * @param axis of the values
 * @param times what is under each step, in UTC
 */
public record Chart(
    String id, String title, String description, Axis axis, List<String> times, List<Series> all) {
  static final int HEIGHT = 100;
  private static final int STEP = 10;
  private static final double GAP = 1.5;

  public Chart {
    times = List.copyOf(times);
    all = List.copyOf(all);
  }

  /**
   * Values, one for each step.
   *
   * @param look of its mark, 1 to 5
   * @param bars on top of each other; else a line
   * @param values nothing where nothing is known
   */
  public record Series(String name, int look, boolean bars, List<OptionalDouble> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** A bar, from its upper left corner. */
  public record Bar(String x, String y, String width, String height, int look) {}

  /** A line, as an SVG path. */
  public record Line(String path, int look) {}

  public int width() {
    return Math.max(1, times.size()) * STEP;
  }

  public boolean empty() {
    return all.stream().flatMap(one -> one.values().stream()).noneMatch(OptionalDouble::isPresent);
  }

  /** Those stacked. */
  public List<Bar> bars() {
    var bars = new ArrayList<Bar>();
    var tops = new double[times.size()];
    for (var series : all.stream().filter(Series::bars).toList()) {
      for (int i = 0; i < times.size(); i++) {
        double value = series.values().get(i).orElse(0);
        if (value > 0) {
          double from = axis.place(tops[i]);
          tops[i] += value;
          bars.add(bar(i, axis.place(tops[i]), from, series.look()));
        }
      }
    }
    return bars;
  }

  private static Bar bar(int step, double to, double from, int look) {
    return new Bar(
        number(step * STEP + GAP),
        number(HEIGHT * (1 - to)),
        number(STEP - 2 * GAP),
        // a few among thousands are seen too
        number(Math.max(0.8, HEIGHT * (to - from))),
        look);
  }

  public List<Line> lines() {
    return all.stream()
        .filter(series -> !series.bars())
        .map(series -> new Line(path(series.values()), series.look()))
        .filter(line -> !line.path().isEmpty())
        .toList();
  }

  /** With gaps where nothing is known; a value alone is a short line. */
  private String path(List<OptionalDouble> values) {
    var path = new StringBuilder();
    boolean on = false;
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        double x = i * STEP + STEP / 2.0;
        String y = number(HEIGHT * (1 - axis.place(values.get(i).getAsDouble())));
        boolean alone = !on && (i + 1 == values.size() || values.get(i + 1).isEmpty());
        path.append(on ? "L" : "M").append(number(alone ? x - GAP : x)).append(' ').append(y);
        path.append(alone ? "h" + 2 * GAP : "");
      }
      on = values.get(i).isPresent();
    }
    return path.toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** What stands beside the chart, from above. */
  public List<String> ticks() {
    return axis.ticks();
  }

  /** What stands under it, from left to right. */
  public List<String> marks() {
    int last = times.size() - 1;
    return last < 2 ? times : List.of(times.get(0), times.get(last / 2), times.get(last));
  }

  /** The same as a table, the latest first: the time, then each series. Only what is known. */
  public List<List<String>> rows() {
    var rows = new ArrayList<List<String>>();
    for (int i = times.size() - 1; i >= 0; i--) {
      int step = i;
      if (all.stream().allMatch(series -> series.values().get(step).isEmpty())) {
        continue;
      }
      var row = new ArrayList<String>();
      row.add(times.get(i));
      for (var series : all) {
        var value = series.values().get(i);
        row.add(value.isPresent() ? axis.words(value.getAsDouble()) : "–");
      }
      rows.add(row);
    }
    return rows;
  }
}
