package org.regionwire.pages.regions;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.regionwire.region.Region;

/** Regions of one type, under a heading: {@code Cities}. */
public record RegionGroup(String heading, List<Region> regions) {
  private static final List<String> WIDEST_LAST = List.of("city", "county", "country");

  /** The smallest places first, networks after the countries they cross. */
  public static List<RegionGroup> of(Collection<Region> regions) {
    var byType = regions.stream().collect(Collectors.groupingBy(Region::type));
    return byType.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, List<Region>>>comparingInt(entry -> rank(entry.getKey()))
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new RegionGroup(plural(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static int rank(String type) {
    int rank = WIDEST_LAST.indexOf(type);
    return rank < 0 ? WIDEST_LAST.size() : rank;
  }

  private static String plural(String type) {
    if (type.isEmpty()) {
      return "Regions";
    }
    String word = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
  }
}
