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
    var bounds = new Bounds();
    stretch(slug, bounds, new HashSet<>());
    return bounds.box();
  }

  private void stretch(String slug, Bounds bounds, Set<String> seen) {
    if (!seen.add(slug)) {
      return;
    }
    var inIt = slugs().getOrDefault(slug, List.of());
    if (inIt.isEmpty() || graph.isPlace(slug)) {
      graph.centre(slug).ifPresent(bounds::stretch);
    }
    inIt.forEach(part -> stretch(part, bounds, seen));
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

  private static final class Bounds {
    private double west = Double.POSITIVE_INFINITY;
    private double south = Double.POSITIVE_INFINITY;
    private double east = Double.NEGATIVE_INFINITY;
    private double north = Double.NEGATIVE_INFINITY;

    void stretch(Point point) {
      west = Math.min(west, point.lon());
      south = Math.min(south, point.lat());
      east = Math.max(east, point.lon());
      north = Math.max(north, point.lat());
    }

    Optional<Box> box() {
      return west > east ? Optional.empty() : Optional.of(new Box(west, south, east, north));
    }
  }
}
