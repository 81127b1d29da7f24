package org.regionwire.news;

import java.util.List;

/** A news item and the regions it belongs to: each region once, parents included. */
public record EnrichedItem(NewsItem item, List<RegionFound> regions) {
  public EnrichedItem {
    regions = List.copyOf(regions);
  }

  /** The same item, as if this submission had brought it. */
  public EnrichedItem from(Origin other) {
    return new EnrichedItem(item.from(other), regions);
  }

  public List<String> regionSlugs() {
    return regions.stream().map(RegionFound::region).toList();
  }
}
