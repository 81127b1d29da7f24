package org.regionwire.pages.regions;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.regionwire.news.Point;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/**
 * A map of the Baltic Sea region, drawn into the page. Coasts and borders: Natural Earth, public
 * domain.
 *
 * @param title what it shows, for those who do not see it
 * @param places a path of dots: the places in an area; empty for a place
 * @param marks with a size and, perhaps, a link
 */
public record RegionMap(String title, String description, String places, List<Mark> marks) {
  public static final String LAND = resource("/map/land.path");
  public static final String BORDERS = resource("/map/borders.path");
  public static final int WIDTH = MapProjection.WIDTH;
  public static final int HEIGHT = MapProjection.HEIGHT;

  /** With more the drawing is no longer small, and no longer shows more. */
  private static final int MOST_PLACES = 500;

  private static final int SMALLEST = 4;
  private static final int LARGEST = 15;

  /**
   * A disc.
   *
   * @param href empty for none
   */
  public record Mark(int x, int y, int radius, String label, String href) {}

  /** Where a region is; nothing when that is beyond the map. */
  static Optional<RegionMap> of(Region region, Regions regions) {
    var places = regions.places(region.slug());
    boolean area = places.size() > 1;
    var mark =
        regions
            .point(region.slug())
            .flatMap(MapProjection::dot)
            .map(at -> new Mark(at.x(), at.y(), SMALLEST + 1, region.name(), ""));
    String dots = area ? path(places) : "";
    if (area ? dots.isEmpty() : mark.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RegionMap(
            "Map: " + region.name(),
            region.name()
                + " on a map of the Baltic Sea region"
                + (area ? "; the dots are its towns and cities." : "."),
            dots,
            area ? List.of() : mark.stream().toList()));
  }

  /** Of regions with the number of their items, the larger ones below the smaller. */
  public static RegionMap of(Collection<RegionTree> counted, Regions regions) {
    var marks =
        counted.stream()
            .flatMap(one -> mark(one, regions).stream())
            .sorted((a, b) -> Integer.compare(b.radius(), a.radius()))
            .toList();
    return new RegionMap(
        "Map of the regions with news",
        "A disc for each place with recent news; the more news, the larger. The list on this page"
            + " says the same in words.",
        "",
        marks);
  }

  private static Optional<Mark> mark(RegionTree one, Regions regions) {
    int radius = Math.min(LARGEST, (int) Math.round(SMALLEST + Math.sqrt(one.items())));
    String label = one.link().label() + ": " + one.items();
    return regions
        .point(one.slug())
        .flatMap(MapProjection::dot)
        .map(at -> new Mark(at.x(), at.y(), radius, label, one.link().href()));
  }

  private static String path(List<Point> places) {
    return places.stream()
        .flatMap(place -> MapProjection.dot(place).stream())
        .distinct()
        .limit(MOST_PLACES)
        .map(dot -> "M" + dot.x() + " " + dot.y() + "h0")
        .collect(Collectors.joining());
  }

  private static String resource(String name) {
    try (InputStream in = RegionMap.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
