package org.regionwire.news;

import java.util.List;
import java.util.Optional;

/**
 * A news item and the regions it belongs to: each region once, parents included.
 *
 * @param point where it takes place, or else where the region is that it is about
 */
public record EnrichedItem(NewsItem item, List<RegionFound> regions, Optional<Point> point) {
  public EnrichedItem {
    regions = List.copyOf(regions);
  }

  /** Of an item that is nowhere in particular. */
  public EnrichedItem(NewsItem item, List<RegionFound> regions) {
    this(item, regions, Optional.empty());
  }

  public List<String> regionSlugs() {
    return regions.stream().map(RegionFound::region).toList();
  }
}
