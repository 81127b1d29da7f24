package org.regionwire.region.mention;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;

/** The Paris of Texas and its like: taken for the place only where the text speaks of its land. */
final class Overseas {
  /** Where one says the state behind the city. */
  private static final Set<String> OF_STATES = Set.of("US", "CA", "AU");

  /** From here a city overseas is known as such, in people. */
  private static final long KNOWN = 300_000;

  private final Gazetteer gazetteer;

  Overseas(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  static boolean saysState(String country) {
    return OF_STATES.contains(country);
  }

  /** Whether it is a small city of such a country. */
  boolean isLesser(int place) {
    return place < gazetteer.size()
        && gazetteer.kind(place) == Kind.CITY
        && OF_STATES.contains(gazetteer.country(place))
        && gazetteer.population(place) < KNOWN
        && !gazetteer.isCapital(place);
  }

  /**
   * Whether it may be meant.
   *
   * @param beside the country said right behind the name
   * @param spoken whether the text speaks of a country
   */
  boolean isCalledFor(int place, Optional<String> beside, Predicate<String> spoken) {
    if (!isLesser(place)) {
      return true;
    }
    String country = gazetteer.country(place);
    return beside.map(country::equals).orElseGet(() -> spoken.test(country));
  }
}
