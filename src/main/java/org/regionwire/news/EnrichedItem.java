package org.regionwire.news;

import java.util.List;

/** A news item and the regions it belongs to: each region once, parents included. */
public record EnrichedItem(NewsItem item, List<RegionFound> regions) {
  public EnrichedItem {
    regions = List.copyOf(regions);
  }

  public List<String> regionSlugs() {
    return regions.stream().map(RegionFound::region).toList();
  }
}
