package org.regionwire.pages.regions;

import java.util.Optional;
import org.regionwire.news.Point;

/**
 * From the earth to the drawing of coasts in {@code map/land.path}, which {@code
 * src/main/map/draw.py} made with the same numbers: conic equidistant, standard parallels 52° and
 * 66°, 20° east upright.
 */
final class MapProjection {
  static final int WIDTH = 360;
  static final int HEIGHT = 440;
  private static final double SCALE = 1080;
  private static final double SOUTH = Math.toRadians(52);
  private static final double NORTH = Math.toRadians(66);
  private static final double MIDDLE = Math.toRadians(59.6);
  private static final double UPRIGHT = Math.toRadians(20);
  private static final double N = (Math.cos(SOUTH) - Math.cos(NORTH)) / (NORTH - SOUTH);
  private static final double G = Math.cos(SOUTH) / N + SOUTH;

  private MapProjection() {}

  /** Pixels from the left and from the top. */
  record Dot(int x, int y) {}

  /** Nothing for what lies beyond the edges. */
  static Optional<Dot> dot(Point at) {
    double rho = G - Math.toRadians(at.lat());
    double theta = N * (Math.toRadians(at.lon()) - UPRIGHT);
    long x = Math.round(WIDTH / 2.0 + SCALE * rho * Math.sin(theta));
    long y = Math.round(HEIGHT / 2.0 - SCALE * (G - MIDDLE - rho * Math.cos(theta)));
    boolean inside = x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
    return inside ? Optional.of(new Dot((int) x, (int) y)) : Optional.empty();
  }
}
