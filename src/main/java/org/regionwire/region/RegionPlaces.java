package org.regionwire.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.Place;
import org.regionwire.region.mention.ExtraName;
import org.regionwire.region.mention.PlaceFinder;
import org.regionwire.region.mention.PlaceFound;

/** Which place of the gazetteer a region is, and the names that only the region has. */
final class RegionPlaces {
  /** A city's centre is not taken to be further away in two sources, in degrees. */
  private static final double NEAR = 0.3;

  private final Map<Integer, String> slugs = new HashMap<>();
  private final List<ExtraName> extras = new ArrayList<>();

  RegionPlaces(Regions regions, Gazetteer gazetteer, PlaceFinder plain) {
    for (Region region : regions.all()) {
      var place = place(region, gazetteer, plain);
      place.ifPresent(found -> slugs.put(found.number(), region.slug()));
      for (String name : Names.of(region)) {
        boolean known =
            place.isPresent()
                && plain.named(name).stream()
                    .anyMatch(other -> other.number() == place.get().number());
        if (!known) {
          extras.add(new ExtraName(region.slug(), name));
        }
      }
    }
  }

  /** Names that the gazetteer does not have. */
  List<ExtraName> extras() {
    return List.copyOf(extras);
  }

  /** The region that a place is, if readers can follow it. */
  Optional<String> slug(PlaceFound found) {
    return found.id().or(() -> found.place().map(place -> slugs.get(place.number())));
  }

  private static Optional<Place> place(Region region, Gazetteer gazetteer, PlaceFinder plain) {
    if (!region.type().equals("city")) {
      var coded = region.codes().stream().flatMap(code -> gazetteer.byCode(code).stream());
      return coded.findFirst().or(() -> gazetteer.byCode(region.slug()));
    }
    return plain.named(region.name()).stream()
        .filter(place -> place.kind() == Kind.CITY && isNear(region, place))
        .findFirst();
  }

  private static boolean isNear(Region region, Place place) {
    return region
        .centre()
        .map(
            centre ->
                Math.abs(centre.lat() - place.lat()) < NEAR
                    && Math.abs(centre.lon() - place.lon()) < 2 * NEAR)
        .orElse(false);
  }
}
