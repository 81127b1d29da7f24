package org.regionwire.pages.regions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/**
 * The regions that have a profile or items, out of all the thousands.
 *
 * @param items by slug, recent ones; of every region that has any
 */
public record RegionsInUse(Regions regions, Map<String, Integer> items) {
  private static final String COUNTRY = "country";
  private static final String STATISTICAL = "statistical region";
  private static final Set<String> PLACES = Set.of("city", "town", "district");

  /** In the order of their names. */
  public List<Region> all() {
    return Stream.concat(
            regions.profiled().stream(),
            items.keySet().stream().flatMap(slug -> regions.bySlug(slug).stream()))
        .filter(region -> region.profile().isPresent() || !region.type().equals(STATISTICAL))
        .distinct()
        .sorted(Comparator.comparing(Region::name))
        .toList();
  }

  boolean has(Region region) {
    boolean counts = items.containsKey(region.slug()) && !region.type().equals(STATISTICAL);
    return region.profile().isPresent() || counts;
  }

  /** Those that lie in no country, or in several: networks, and regions across borders. */
  public List<RegionTree> acrossBorders() {
    return all().stream()
        .filter(region -> !isCountry(region) && country(region).isEmpty())
        .map(region -> tree(region, Map.of()))
        .toList();
  }

  /** Each region once, below the nearest one in use of its country. */
  public List<RegionTree> countries() {
    var parts = new LinkedHashMap<String, List<Region>>();
    var roots = new LinkedHashMap<String, Region>();
    for (Region region : all()) {
      if (isCountry(region)) {
        roots.put(region.slug(), region);
      } else {
        place(region, roots, parts);
      }
    }
    return roots.values().stream()
        .sorted(Comparator.comparing(Region::name))
        .map(root -> tree(root, parts))
        .toList();
  }

  private void place(Region region, Map<String, Region> roots, Map<String, List<Region>> parts) {
    var country = country(region);
    country.ifPresent(
        one -> {
          roots.putIfAbsent(one.slug(), one);
          String whole = nearest(region, one).slug();
          parts.computeIfAbsent(whole, slug -> new ArrayList<>()).add(region);
        });
  }

  private Region nearest(Region region, Region country) {
    return regions.ancestors(region.slug()).stream()
        .filter(this::has)
        .filter(whole -> country(whole).filter(country::equals).isPresent())
        .findFirst()
        .orElse(country);
  }

  /** Those with items that are a point on a map, wherever they stand in the tree. */
  public Collection<RegionTree> places() {
    return all().stream()
        .filter(region -> items.getOrDefault(region.slug(), 0) > 0)
        .filter(region -> PLACES.contains(region.type()))
        .map(region -> tree(region, Map.of()))
        .toList();
  }

  private Optional<Region> country(Region region) {
    var countries =
        regions.ancestors(region.slug()).stream().filter(RegionsInUse::isCountry).toList();
    return countries.size() == 1 ? Optional.of(countries.get(0)) : Optional.empty();
  }

  private static boolean isCountry(Region region) {
    return region.type().equals(COUNTRY);
  }

  private RegionTree tree(Region region, Map<String, List<Region>> parts) {
    return new RegionTree(
        region.slug(),
        RegionLinks.to(region),
        items.getOrDefault(region.slug(), 0),
        parts.getOrDefault(region.slug(), List.of()).stream()
            .map(part -> tree(part, parts))
            .toList());
  }
}
