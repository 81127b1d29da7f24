package org.regionwire.region.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regionwire.news.Box;
import org.regionwire.news.Point;
import org.regionwire.region.Region;
import org.regionwire.region.text.Folding;

/** The way down from a region. Found when first asked for, because few ask. */
final class Descent {
  private final RegionGraph graph;
  private final Links links;
  private Optional<Map<String, List<String>>> parts = Optional.empty();

  Descent(RegionGraph graph, Links links) {
    this.graph = graph;
    this.links = links;
  }

  /** In the order of their names. */
  List<Region> parts(String slug) {
    return slugs().getOrDefault(slug, List.of()).stream()
        .flatMap(part -> graph.bySlug(part).stream())
        .sorted(Comparator.comparing(region -> Folding.fold(region.name())))
        .toList();
  }

  Optional<Box> extent(String slug) {
    var points = places(slug);
    return points.isEmpty() ? Optional.empty() : Optional.of(around(points));
  }

  private static Box around(List<Point> points) {
    var lats = points.stream().mapToDouble(Point::lat).summaryStatistics();
    var lons = points.stream().mapToDouble(Point::lon).summaryStatistics();
    return new Box(lons.getMin(), lats.getMin(), lons.getMax(), lats.getMax());
  }

  List<Point> places(String slug) {
    var found = new ArrayList<Point>();
    collect(slug, found, new HashSet<>());
    return List.copyOf(found);
  }

  private void collect(String slug, List<Point> found, Set<String> seen) {
    if (!seen.add(slug)) {
      return;
    }
    var inIt = slugs().getOrDefault(slug, List.of());
    if (inIt.isEmpty() || graph.isPlace(slug)) {
      graph.centre(slug).ifPresent(found::add);
    }
    inIt.forEach(part -> collect(part, found, seen));
  }

  private synchronized Map<String, List<String>> slugs() {
    if (parts.isEmpty()) {
      var found = new HashMap<String, List<String>>();
      graph
          .slugs()
          .forEach(
              part ->
                  links
                      .parents(part)
                      .forEach(
                          whole ->
                              found.computeIfAbsent(whole, w -> new ArrayList<>(4)).add(part)));
      parts = Optional.of(found);
    }
    return parts.orElseThrow();
  }
}
