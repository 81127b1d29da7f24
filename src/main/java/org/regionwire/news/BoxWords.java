package org.regionwire.news;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A box in words: west, south, east and north in degrees, joined by commas, as in RFC 7946 section
 * 5. West is east of east where the box crosses the antimeridian.
 */
public final class BoxWords {
  /** A ten-thousandth of a degree is some ten metres. */
  private static final int DECIMALS = 4;

  private BoxWords() {}

  /**
   * @throws IllegalArgumentException with a sentence for the reader
   */
  public static Box read(String text) {
    double[] edges;
    try {
      edges = Arrays.stream(text.split(",", -1)).mapToDouble(BoxWords::degrees).toArray();
    } catch (NumberFormatException e) {
      edges = new double[0];
    }
    if (edges.length != 4) {
      throw new IllegalArgumentException(
          "is west,south,east,north in degrees, such as 10.5,54.5,15.2,57");
    }
    if (edges[1] > edges[3]) {
      throw new IllegalArgumentException(
          "has its south north of its north; the order is west,south,east,north");
    }
    try {
      return new Box(edges[0], edges[1], edges[2], edges[3]);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "is not on the earth: longitudes from -180 to 180, latitudes from -90 to 90", e);
    }
  }

  private static double degrees(String text) {
    return new BigDecimal(text.strip()).setScale(DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
  }

  public static String write(Box box) {
    return DoubleStream.of(box.west(), box.south(), box.east(), box.north())
        .mapToObj(BoxWords::shortest)
        .collect(Collectors.joining(","));
  }

  public static String shortest(double degrees) {
    var plain = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return plain.signum() == 0 ? "0" : plain.stripTrailingZeros().toPlainString();
  }
}
