package org.regionwire.news;

/** A place on the earth: latitude and longitude in degrees, WGS 84. */
public record Point(double lat, double lon) {
  public Point {
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) {
      throw new IllegalArgumentException(lat + ", " + lon + " is not on the earth");
    }
  }
}
