package org.regionwire.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.text.Folding;

/** The regions in memory. Built from checked regions: every parent is known, no circle. */
final class RegionGraph implements Regions {
  private final List<Region> inOrder;
  private final Map<String, Region> bySlug = new HashMap<>();
  private final Map<String, Region> byCode = new HashMap<>();
  private final Map<String, List<Region>> ancestors = new HashMap<>();
  private final Map<String, List<Region>> parts = new LinkedHashMap<>();
  private final Nearest nearest = new Nearest();

  RegionGraph(Collection<Region> regions) {
    inOrder = regions.stream().sorted(Comparator.comparing(r -> Folding.fold(r.name()))).toList();
    for (Region region : inOrder) {
      bySlug.put(region.slug(), region);
      region.codes().forEach(code -> byCode.put(code.toUpperCase(Locale.ROOT), region));
      nearest.learn(region.slug(), region.slug());
      Names.of(region).forEach(name -> nearest.learn(name, region.slug()));
    }
    for (Region region : inOrder) {
      ancestors.put(region.slug(), climb(region));
      for (String parent : region.parents()) {
        parts.computeIfAbsent(parent, p -> new ArrayList<>()).add(region);
      }
    }
  }

  /** Breadth first, so that what is nearer comes earlier. */
  private List<Region> climb(Region region) {
    var seen = new LinkedHashSet<>(region.parents());
    var next = List.copyOf(seen);
    while (!next.isEmpty()) {
      next =
          next.stream()
              .flatMap(slug -> bySlug(slug).stream())
              .flatMap(parent -> parent.parents().stream())
              .filter(seen::add)
              .toList();
    }
    return seen.stream().flatMap(slug -> bySlug(slug).stream()).toList();
  }

  @Override
  public Collection<Region> all() {
    return inOrder;
  }

  @Override
  public Optional<Region> bySlug(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  @Override
  public Optional<Region> resolve(String slugOrCode) {
    return bySlug(slugOrCode.toLowerCase(Locale.ROOT))
        .or(() -> Optional.ofNullable(byCode.get(slugOrCode.toUpperCase(Locale.ROOT))));
  }

  @Override
  public List<String> suggestions(String unknown) {
    return nearest.to(unknown);
  }

  @Override
  public List<Region> ancestors(String slug) {
    return ancestors.getOrDefault(slug, List.of());
  }

  @Override
  public List<Region> parts(String slug) {
    return List.copyOf(parts.getOrDefault(slug, List.of()));
  }
}
