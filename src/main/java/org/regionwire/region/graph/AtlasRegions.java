package org.regionwire.region.graph;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.regionwire.news.Point;
import org.regionwire.region.Region;

/** The regions of the gazetteer. Each is made when it is asked for, because there are thousands. */
final class AtlasRegions {
  private static final int ABOUT = 3;

  private final SlugList list;
  private final Atlas atlas;

  AtlasRegions(SlugList list, Atlas atlas) {
    this.list = list;
    this.atlas = atlas;
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

  Optional<String> slugOfPlace(long geonameId) {
    return list.slug(Long.toString(geonameId));
  }

  /** The slugs of what it directly lies in, nearest first. */
  List<String> parents(String slug) {
    Set<String> parents = new LinkedHashSet<>();
    for (String key : list.keys(slug)) {
      atlas.parents(key).forEach(parent -> list.slug(parent).ifPresent(parents::add));
    }
    parents.remove(slug);
    return List.copyOf(parents);
  }

  /** Nothing when the gazetteer does not know it, or no longer. */
  Optional<Region> region(String slug) {
    var leaves = list.keys(slug).stream().flatMap(key -> atlas.find(key).stream()).toList();
    if (leaves.isEmpty()) {
      return Optional.empty();
    }
    var main = Objects.requireNonNull(leaves.get(0));
    return Optional.of(
        new Region(
            slug,
            main.name(),
            main.type(),
            names(leaves),
            List.of(),
            leaves.stream().flatMap(leaf -> leaf.code().stream()).toList(),
            centre(slug),
            first(leaves.stream().map(Atlas.Leaf::zone)),
            parents(slug),
            List.of(),
            Optional.empty()));
  }

  /** Of a place; of areas and countries nothing. */
  Optional<Point> centre(String slug) {
    return first(list.keys(slug).stream().map(atlas::centre));
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

  long population(String slug) {
    return list.keys(slug).stream()
        .flatMap(key -> atlas.find(key).stream())
        .mapToLong(Atlas.Leaf::population)
        .max()
        .orElse(0);
  }

  private static Map<String, String> names(List<Atlas.Leaf> leaves) {
    var names = new LinkedHashMap<String, String>();
    leaves.forEach(leaf -> leaf.names().forEach(names::putIfAbsent));
    return names;
  }

  private static <T> Optional<T> first(Stream<Optional<T>> some) {
    return some.flatMap(Optional::stream).findFirst();
  }
}
