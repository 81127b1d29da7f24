package org.regionwire.pages.regions;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;
import org.regionwire.pages.site.Link;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/** The regions of an item or of a region, as links. */
public final class RegionLinks {
  private static final int IN_A_TEASER = 3;

  private final Regions regions;

  public RegionLinks(Regions regions) {
    this.regions = regions;
  }

  public static Link to(Region region) {
    return new Link("/regions/" + region.slug(), region.name());
  }

  List<Link> to(Collection<String> slugs) {
    return slugs.stream().flatMap(slug -> regions.bySlug(slug).stream()).map(r -> to(r)).toList();
  }

  /** The few that an item is about, without those that only contain them. */
  public List<Link> about(PublishedItem item) {
    return to(
        found(item)
            .filter(found -> found.primary() && found.how() != RegionFound.How.CONTAINS)
            .map(RegionFound::region)
            .limit(IN_A_TEASER)
            .toList());
  }

  /** Each region of the item with the evidence. */
  public List<Evidence> evidence(PublishedItem item) {
    return found(item)
        .flatMap(
            found ->
                regions.bySlug(found.region()).stream()
                    .map(region -> new Evidence(to(region), found.why())))
        .toList();
  }

  /** The zone of the first region that has one. */
  public Optional<ZoneId> zone(PublishedItem item) {
    return found(item)
        .flatMap(found -> regions.bySlug(found.region()).stream())
        .flatMap(region -> region.zone().stream())
        .findFirst();
  }

  /** By any of its names, in any letter case. */
  public Optional<Region> named(String name) {
    return regions
        .resolve(name)
        .or(() -> regions.profiled().stream().filter(r -> isCalled(r, name)).findFirst());
  }

  private static boolean isCalled(Region region, String name) {
    return Stream.of(
            Stream.of(region.name()), region.names().values().stream(), region.aliases().stream())
        .flatMap(names -> names)
        .anyMatch(known -> fold(known).equals(fold(name)));
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', ' ').replace('_', ' ').strip();
  }

  private static Stream<RegionFound> found(PublishedItem item) {
    return item.enriched().regions().stream();
  }
}
