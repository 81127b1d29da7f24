package org.regionwire.pages;

import java.util.Collection;
import java.util.List;
import org.regionwire.region.Region;

/** Regions of one type, each with those it is part of. */
public record RegionIndex(String heading, List<Entry> entries) {

  /** A region in the index. */
  public record Entry(Link link, List<Link> parents) {}

  static List<RegionIndex> of(Collection<Region> regions, RegionLinks links) {
    return RegionGroup.of(regions).stream()
        .map(
            group ->
                new RegionIndex(
                    group.heading(),
                    group.regions().stream()
                        .map(r -> new Entry(RegionLinks.to(r), links.to(r.parents())))
                        .toList()))
        .toList();
  }
}
