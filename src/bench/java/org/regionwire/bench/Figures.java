package org.regionwire.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Medians and percentiles, and how they are written. */
final class Figures {
  private Figures() {}

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * @param part 0.99 for the value that 99 of 100 do not exceed
   */
  static double percentile(double[] values, double part) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
  }

  static String rounded(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value);
  }

  static String ratio(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String spread(List<Double> ratios) {
    double least = ratios.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = ratios.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    return ratio(median(ratios)) + " (" + ratio(least) + "–" + ratio(most) + ")";
  }
}
