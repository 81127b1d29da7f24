package org.regionwire.region.gazetteer;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A place and everything it is called.
 *
 * @param number in this gazetteer; another edition of it may number differently
 * @param geonameId in GeoNames
 * @param name what it calls itself; of countries and macro-regions the English name
 * @param country ISO 3166-1 alpha-2; empty where it lies in several
 * @param codes ISO 3166-1 or 3166-2, NUTS; a readable slug for islands and regions without code
 * @param lat degrees, WGS 84; NaN when unknown
 * @param lon degrees, WGS 84; NaN when unknown
 * @param population in 2023; 0 when unknown, of regions the sum of their places
 * @param zone IANA time zone; empty when unknown
 * @param capital whether it is the capital of its country
 * @param parents numbers of the places that it is directly in, smallest first
 * @param names by language (en sv da no fi et lv lt pl de ru), where they differ from {@code name}
 * @param aliases what else it is called
 */
public record Place(
    int number,
    OptionalInt geonameId,
    String name,
    Kind kind,
    String country,
    List<String> codes,
    double lat,
    double lon,
    long population,
    String zone,
    boolean capital,
    List<Integer> parents,
    Map<String, String> names,
    List<String> aliases) {

  /** The name in a language (ISO 639-1), else its own. */
  public String nameIn(String language) {
    return names.getOrDefault(language, name);
  }
}
