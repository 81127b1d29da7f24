package org.regionwire.region.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.Place;

/**
 * Which entries of the gazetteer are one region: Hamburg the city, the state, and the NUTS regions
 * of levels 1 to 3.
 */
final class SlugClusters {
  private static final int A_COUNTRYS_CITIES = 3;
  private static final int PART = 5;
  private static final double QUARTER = 0.25;
  private static final long A_MILLION = 1_000_000;

  private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,3}");

  private final List<Place> places;
  private final Map<String, Integer> byCode = new HashMap<>();
  private final Map<Integer, Set<Integer>> cities = new HashMap<>();
  private final int[] joined;

  SlugClusters(Gazetteer gazetteer) {
    places = gazetteer.places().toList();
    joined = new int[places.size()];
    for (Place place : places) {
      joined[place.number()] = place.number();
      place.codes().forEach(code -> byCode.putIfAbsent(code, place.number()));
    }
    for (Place place : places) {
      if (place.kind() == Kind.CITY) {
        wholes(place, new HashSet<>())
            .forEach(w -> cities.computeIfAbsent(w, n -> new TreeSet<>()).add(place.number()));
      }
    }
    joinAreasOfTheSameCities();
    joinCitiesThatAreAreas();
    joinMunicipalitiesOfOneCity();
  }

  private Set<Integer> wholes(Place part, Set<Integer> seen) {
    for (int parent : parents(part)) {
      if (seen.add(parent)) {
        wholes(place(parent), seen);
      }
    }
    return seen;
  }

  private Set<Integer> parents(Place place) {
    var parents = new HashSet<>(place.parents());
    for (String code : place.codes()) {
      if (NUTS.matcher(code).matches()) {
        var wider = byCode.get(code.substring(0, code.length() - 1));
        if (wider != null) {
          parents.add(wider);
        }
      }
    }
    return parents;
  }

  private void joinAreasOfTheSameCities() {
    var bySet = new HashMap<String, List<Integer>>();
    cities.forEach(
        (area, inIt) -> bySet.computeIfAbsent(inIt.toString(), k -> new ArrayList<>()).add(area));
    for (List<Integer> same : bySet.values()) {
      for (int one : same) {
        for (int other : same) {
          if (one < other && same(one, other)) {
            join(one, other);
          }
        }
      }
    }
  }

  private boolean same(int one, int other) {
    boolean country = place(one).kind() == Kind.COUNTRY || place(other).kind() == Kind.COUNTRY;
    boolean many = Objects.requireNonNull(cities.get(one)).size() >= A_COUNTRYS_CITIES;
    boolean nuts = isNuts(place(one)) || isNuts(place(other));
    return country ? many || nuts && alike(one, other) : alike(one, other);
  }

  private static boolean isNuts(Place place) {
    return place.codes().stream().anyMatch(code -> NUTS.matcher(code).matches());
  }

  /** Also the state of Hamburg, in which the gazetteer has some parts of the city as cities. */
  private void joinCitiesThatAreAreas() {
    cities.forEach(
        (area, inIt) -> {
          var city =
              inIt.stream().map(this::place).max(Comparator.comparing(Place::population)).get();
          String name = place(area).name();
          boolean same = base(place(area)).equals(base(city)) || name.equals(city.name());
          if (isAllOf(city, inIt) && (same || name.startsWith(city.name() + ", "))) {
            join(area, city.number());
          }
        });
  }

  private boolean isAllOf(Place city, Set<Integer> inIt) {
    return inIt.size() == 1
        || inIt.stream()
            .map(this::place)
            .filter(other -> !other.equals(city))
            .allMatch(other -> isPart(city, other));
  }

  /** A neighbour of less than a fifth of it, within a quarter of a degree. */
  private static boolean isPart(Place city, Place other) {
    return other.population() * PART < city.population()
        && Math.abs(other.lat() - city.lat()) < QUARTER
        && Math.abs(other.lon() - city.lon()) < 2 * QUARTER
        && city.population() > A_MILLION;
  }

  private boolean alike(int one, int other) {
    String a = base(place(one));
    String b = base(place(other));
    return a.startsWith(b) || b.startsWith(a);
  }

  static String base(Place place) {
    return SlugRule.slugify(PlaceWords.name(place));
  }

  void join(int one, int other) {
    joined[root(one)] = root(other);
  }

  private int root(int number) {
    int at = number;
    while (joined[at] != at) {
      at = joined[at];
    }
    return at;
  }

  Place place(int number) {
    return Objects.requireNonNull(places.get(number));
  }

  List<Place> places() {
    return places;
  }

  /** The gazetteer does not say which cities lie in a municipality. */
  private void joinMunicipalitiesOfOneCity() {
    var bare =
        places.stream()
            .filter(area -> area.kind() == Kind.REGION && !cities.containsKey(area.number()))
            .collect(Collectors.groupingBy(area -> area.country() + area.parents() + base(area)));
    for (List<Place> same : bare.values()) {
      var area = same.get(0);
      if (same.size() == 1 && !area.codes().isEmpty()) {
        area.parents().stream()
            .flatMap(parent -> cities.getOrDefault(parent, Set.of()).stream())
            .filter(city -> base(place(city)).equals(base(area)))
            .findFirst()
            .ifPresent(city -> join(area.number(), city));
      }
    }
  }

  /** Whether the city lies in the area. */
  boolean holds(int area, int city) {
    return cities.getOrDefault(area, Set.of()).contains(city);
  }

  Collection<List<Place>> all() {
    var all = new LinkedHashMap<Integer, List<Place>>();
    for (Place place : places) {
      all.computeIfAbsent(root(place.number()), r -> new ArrayList<>()).add(place);
    }
    return all.values();
  }
}
