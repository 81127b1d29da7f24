package org.regionwire.news;

/**
 * A box on the earth, in degrees, WGS 84, edges included. One that crosses the antimeridian has its
 * west east of its east (RFC 7946 section 5.2).
 */
public record Box(double west, double south, double east, double north) {
  public Box {
    boolean onEarth =
        Math.abs(west) <= 180
            && Math.abs(east) <= 180
            && Math.abs(south) <= 90
            && Math.abs(north) <= 90;
    if (!onEarth || south > north) {
      throw new IllegalArgumentException(
          "not a box: " + west + "," + south + "," + east + "," + north);
    }
  }

  public boolean crossesAntimeridian() {
    return west > east;
  }

  public boolean contains(Point point) {
    return point.lat() >= south && point.lat() <= north && spans(point.lon());
  }

  private boolean spans(double lon) {
    return crossesAntimeridian() ? lon >= west || lon <= east : lon >= west && lon <= east;
  }

  /** Of no size, where a box says no more than a point. */
  public boolean isPoint() {
    return west == east && south == north;
  }

  public Point middle() {
    double lon = (west + east) / 2;
    double beyond = lon > 0 ? lon - 180 : lon + 180;
    return new Point((south + north) / 2, crossesAntimeridian() ? beyond : lon);
  }
}
