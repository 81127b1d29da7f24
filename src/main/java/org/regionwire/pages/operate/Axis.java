package org.regionwire.pages.operate;

import java.util.List;
import java.util.Locale;

/**
 * Where values stand, from 0 at the foot to 1.
 *
 * @param top the highest value it can show
 * @param seconds whether values are seconds, on a scale of tenfold steps; else they are counts
 */
public record Axis(double top, boolean seconds) {
  private static final double LEAST_SECONDS = 0.01;
  private static final double[] ROUND = {1, 2, 4, 10};

  /** For counts up to this. */
  public static Axis counts(double highest) {
    double unit = Math.pow(10, Math.floor(Math.log10(Math.max(2, highest))));
    for (double round : ROUND) {
      if (round * unit >= highest && round * unit >= 2) {
        return new Axis(round * unit, false);
      }
    }
    return new Axis(10 * unit, false);
  }

  /** For times up to this, in seconds. */
  public static Axis seconds(double highest) {
    double decades = Math.ceil(Math.log10(Math.max(1, highest) / LEAST_SECONDS));
    // an even number of them, so that the mark in the middle is round
    return new Axis(LEAST_SECONDS * Math.pow(10, decades + decades % 2), true);
  }

  double place(double value) {
    double part =
        seconds
            ? Math.log10(Math.max(LEAST_SECONDS, value) / LEAST_SECONDS)
                / Math.log10(top / LEAST_SECONDS)
            : value / top;
    return Math.min(1, Math.max(0, part));
  }

  /** At the top, in the middle and at the foot. */
  List<String> ticks() {
    double middle = seconds ? Math.sqrt(top * LEAST_SECONDS) : top / 2;
    return List.of(words(top), words(middle), seconds ? words(LEAST_SECONDS) : "0");
  }

  String words(double value) {
    if (!seconds) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return value < 1
        ? String.format(Locale.ROOT, "%d ms", Math.round(value * 1_000))
        : String.format(Locale.ROOT, value < 10 ? "%.1f s" : "%,.0f s", value);
  }
}
