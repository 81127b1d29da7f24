package org.regionwire.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regionwire.region.mention.ExtraName;
import org.regionwire.region.mention.PlaceFinder;
import org.regionwire.region.mention.PlaceFound;

/** Which region a place that was found is, and the names that only the region files have. */
final class RegionPlaces {
  private final Regions regions;
  private final List<ExtraName> extras = new ArrayList<>();

  RegionPlaces(Regions regions, PlaceFinder plain) {
    this.regions = regions;
    for (Region region : regions.profiled()) {
      for (String name : Names.of(region)) {
        if (!isKnown(name, region, plain)) {
          extras.add(new ExtraName(region.slug(), name));
        }
      }
    }
  }

  private boolean isKnown(String name, Region region, PlaceFinder plain) {
    return plain.named(name).stream()
        .flatMap(place -> regions.of(place).stream())
        .anyMatch(other -> other.slug().equals(region.slug()));
  }

  /** Names that the gazetteer does not have. */
  List<ExtraName> extras() {
    return List.copyOf(extras);
  }

  /** The region that a place is. */
  Optional<String> slug(PlaceFound found) {
    return found.id().or(() -> found.place().flatMap(regions::of).map(Region::slug));
  }
}
