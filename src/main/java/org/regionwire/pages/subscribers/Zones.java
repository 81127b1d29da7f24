package org.regionwire.pages.subscribers;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;

/** The time zones a letter's hour can be in: first those of the regions, then all of the world. */
public final class Zones {
  private static final List<String> AREAS =
      List.of("Europe", "Africa", "America", "Asia", "Atlantic", "Australia", "Indian", "Pacific");

  private final Regions regions;
  private final List<SubscribeForm.ZoneGroup> groups = new ArrayList<>();

  public Zones(Regions regions) {
    this.regions = regions;
    groups.add(new SubscribeForm.ZoneGroup("Of our regions", ours(regions.profiled())));
    for (String area : AREAS) {
      groups.add(new SubscribeForm.ZoneGroup(area, in(area)));
    }
    groups.add(new SubscribeForm.ZoneGroup("Everywhere", List.of("UTC")));
  }

  /** With a zone of its own for what was typed and is none of them. */
  List<SubscribeForm.ZoneGroup> offering(String typed) {
    if (groups.stream().anyMatch(group -> group.zones().contains(typed))) {
      return List.copyOf(groups);
    }
    var more = new ArrayList<>(groups);
    more.add(0, new SubscribeForm.ZoneGroup("As typed", List.of(typed)));
    return more;
  }

  /** Of the first region that has one, else the zone most regions are in. */
  public ZoneId likely(Collection<String> slugs) {
    return slugs.stream()
        .flatMap(slug -> regions.bySlug(slug).stream())
        .flatMap(region -> region.zone().stream())
        .findFirst()
        .orElseGet(this::commonest);
  }

  private ZoneId commonest() {
    Map<ZoneId, Long> counts =
        regions.profiled().stream()
            .flatMap(region -> region.zone().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(
            Map.Entry.<ZoneId, Long>comparingByValue()
                .thenComparing(Map.Entry::getKey, Comparator.comparing(ZoneId::getId).reversed()))
        .map(Map.Entry::getKey)
        .orElse(ZoneOffset.UTC);
  }

  private static List<String> ours(Collection<Region> regions) {
    return regions.stream()
        .flatMap(region -> region.zone().stream())
        .map(ZoneId::getId)
        .distinct()
        .sorted()
        .toList();
  }

  private static List<String> in(String area) {
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.startsWith(area + "/"))
        .sorted()
        .toList();
  }
}
