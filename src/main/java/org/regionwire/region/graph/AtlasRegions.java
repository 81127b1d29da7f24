package org.regionwire.region.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regionwire.news.Point;
import org.regionwire.region.Region;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;
import org.regionwire.region.gazetteer.Place;

/** The regions of the gazetteer. Each is made when it is asked for, because there are thousands. */
final class AtlasRegions {
  /** The code of a NUTS region is that of the one it lies in, and one more letter. */
  private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,3}");

  private static final int ABOUT = 3;

  private final SlugList list;
  private final Gazetteer gazetteer;

  AtlasRegions(SlugList list, Gazetteer gazetteer) {
    this.list = list;
    this.gazetteer = gazetteer;
  }

  /** What a place or region is called in the list. */
  static String key(Gazetteer gazetteer, int number) {
    var codes = gazetteer.codes(number);
    return codes.isEmpty() ? Integer.toString(gazetteer.geonameId(number)) : codes.get(0);
  }

  Collection<String> slugs() {
    return list.slugs();
  }

  boolean has(String slug) {
    return list.has(slug);
  }

  /** Of an area or country, in capitals. */
  Optional<String> slugOfCode(String code) {
    boolean place = !code.isEmpty() && code.charAt(0) <= '9';
    return place ? Optional.empty() : list.slug(code);
  }

  Optional<String> slug(Place place) {
    return slug(place.number());
  }

  private Optional<String> slug(int number) {
    return list.slug(key(gazetteer, number));
  }

  /** Its numbers in the gazetteer, as far as that knows it. */
  private List<Integer> numbers(String slug) {
    return list.keys(slug).stream()
        .map(this::number)
        .flatMap(number -> number.stream().boxed())
        .distinct()
        .toList();
  }

  private OptionalInt number(String key) {
    return key.charAt(0) <= '9'
        ? gazetteer.numberByGeonameId(Integer.parseInt(key))
        : gazetteer.numberByCode(key);
  }

  /** The slugs of what it directly lies in, nearest first. */
  List<String> parents(String slug) {
    Set<String> parents = new LinkedHashSet<>();
    var numbers = numbers(slug);
    for (int number : numbers) {
      nearest(number).stream()
          .filter(parent -> !liesIn(parent, numbers))
          .forEach(parent -> slug(parent).ifPresent(parents::add));
    }
    for (String key : list.keys(slug)) {
      statistical(key).ifPresent(parents::add);
    }
    parents.remove(slug);
    return List.copyOf(parents);
  }

  /** London the city is in a part of London the region, and is one with that. */
  private boolean liesIn(int number, List<Integer> wholes) {
    var above = new HashSet<Integer>();
    climb(number, above);
    return wholes.stream().anyMatch(above::contains);
  }

  /** A place stands in the gazetteer with its country too, in which it lies by its county. */
  private List<Integer> nearest(int number) {
    var direct = gazetteer.parents(number);
    if (direct.size() < 2) {
      return direct;
    }
    var farther = new HashSet<Integer>();
    direct.forEach(parent -> climb(parent, farther));
    return direct.stream().filter(parent -> !farther.contains(parent)).toList();
  }

  private void climb(int number, Set<Integer> seen) {
    for (int parent : gazetteer.parents(number)) {
      if (seen.add(parent)) {
        climb(parent, seen);
      }
    }
  }

  private Optional<String> statistical(String key) {
    return Optional.of(key)
        .filter(code -> NUTS.matcher(code).matches())
        .flatMap(code -> list.slug(code.substring(0, code.length() - 1)));
  }

  /** Nothing when the gazetteer does not know it, or no longer. */
  Optional<Region> region(String slug) {
    var places = numbers(slug).stream().map(gazetteer::place).toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    var main = places.get(0);
    return Optional.of(
        new Region(
            slug,
            PlaceWords.name(main),
            PlaceWords.type(main),
            names(places),
            List.of(),
            places.stream().flatMap(PlaceWords::codes).toList(),
            centre(slug),
            places.stream().flatMap(PlaceWords::zone).findFirst(),
            parents(slug),
            List.of(),
            Optional.empty()));
  }

  private static Map<String, String> names(List<Place> places) {
    var names = new HashMap<String, String>();
    places.forEach(place -> PlaceWords.names(place).forEach(names::putIfAbsent));
    return Map.copyOf(names);
  }

  Optional<Point> centre(String slug) {
    return numbers(slug).stream().flatMap(this::point).findFirst();
  }

  private Stream<Point> point(int number) {
    double lat = gazetteer.lat(number);
    return Double.isNaN(lat) ? Stream.empty() : Stream.of(new Point(lat, gazetteer.lon(number)));
  }

  /** Whether it is a point on the map rather than an area. */
  boolean isPlace(String slug) {
    return numbers(slug).stream()
        .map(gazetteer::kind)
        .anyMatch(kind -> kind == Kind.CITY || kind == Kind.DISTRICT);
  }

  long population(String slug) {
    return numbers(slug).stream().mapToLong(gazetteer::population).max().orElse(0);
  }

  /** Slugs that might be what was meant: of the same beginning and about the same length. */
  Collection<String> like(String unknown) {
    if (unknown.isEmpty()) {
      return List.of();
    }
    return list.slugs().stream()
        .filter(slug -> slug.charAt(0) == unknown.charAt(0))
        .filter(slug -> Math.abs(slug.length() - unknown.length()) <= ABOUT)
        .toList();
  }
}
