package org.regionwire.region.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.regionwire.region.text.Folding;

/** What must be true of all regions together. */
final class GraphChecks {
  private final Map<String, Written> regions = new LinkedHashMap<>();
  private final Map<String, Entry> entries;
  private final AtlasRegions atlas;
  private final Flaws flaws;

  GraphChecks(
      Collection<Written> regions, Map<String, Entry> entries, AtlasRegions atlas, Flaws flaws) {
    regions.forEach(region -> this.regions.put(region.slug(), region));
    this.entries = entries;
    this.atlas = atlas;
    this.flaws = flaws;
  }

  void run(Links links) {
    codesAreUnique();
    namesAreUnique();
    formerSlugsAreFree();
    noCircles(links);
  }

  private void codesAreUnique() {
    var owners = new HashMap<String, String>();
    for (Written one : regions.values()) {
      for (String code : one.region().codes()) {
        String key = code.toUpperCase(Locale.ROOT);
        var other = owners.putIfAbsent(key, one.slug());
        var owner = other == null ? atlas.slugOfCode(key).orElse(one.slug()) : other;
        if (!owner.equals(one.slug())) {
          flaws.add(line(one.slug(), "codes"), "code " + code + " is already that of " + owner);
        }
        if (isSlug(code.toLowerCase(Locale.ROOT))) {
          flaws.add(line(one.slug(), "codes"), "code " + code + " is also a slug");
        }
      }
    }
  }

  private boolean isSlug(String word) {
    return regions.containsKey(word) || atlas.has(word);
  }

  /** A name of two regions would be taken for whichever was read first. */
  private void namesAreUnique() {
    var owners = new HashMap<String, String>();
    for (Written one : regions.values()) {
      for (String name : one.names()) {
        var owner = owners.putIfAbsent(Folding.fold(name), one.slug());
        if (owner != null && !owner.equals(one.slug())) {
          flaws.add(
              line(one.slug(), fieldOf(name, one)), "“" + name + "” is already a name of " + owner);
        }
      }
    }
  }

  private static String fieldOf(String name, Written one) {
    if (one.region().name().equals(name)) {
      return "name";
    }
    return one.region().aliases().contains(name) ? "aliases" : "names";
  }

  private void formerSlugsAreFree() {
    var owners = new HashMap<String, String>();
    for (Written one : regions.values()) {
      for (String slug : one.formerly()) {
        var owner = owners.putIfAbsent(slug, one.slug());
        flaws.addWhen(
            owner != null,
            line(one.slug(), "formerly"),
            "“" + slug + "” was already the slug of " + owner);
        flaws.addWhen(
            isSlug(slug),
            line(one.slug(), "formerly"),
            "“" + slug + "” is the slug of another region");
      }
    }
  }

  private void noCircles(Links links) {
    var done = new HashSet<String>();
    for (String slug : links.linked()) {
      climb(slug, links, new LinkedHashSet<>(), done);
    }
  }

  private void climb(String slug, Links links, Set<String> path, Set<String> done) {
    if (path.contains(slug)) {
      var way = new ArrayList<>(path);
      List<String> circle = way.subList(way.indexOf(slug), way.size());
      flaws.add(
          lineOf(circle),
          slug + " would be part of itself: " + String.join(" → ", circle) + " → " + slug);
      return;
    }
    if (done.contains(slug)) {
      return;
    }
    path.add(slug);
    links.parents(slug).forEach(parent -> climb(parent, links, path, done));
    path.remove(slug);
    done.add(slug);
  }

  /** In the operator's files if any of it is there, because the shipped ones are right. */
  private Line lineOf(List<String> circle) {
    var lines =
        circle.stream()
            .flatMap(slug -> Stream.ofNullable(entries.get(slug)))
            .flatMap(entry -> Stream.of(entry.field("parents"), entry.field("members")))
            .flatMap(Optional::stream)
            .map(Field::line)
            .toList();
    return lines.stream()
        .filter(line -> !YamlFile.isShipped(line.file()))
        .findFirst()
        .orElseGet(() -> Objects.requireNonNull(lines.get(0)));
  }

  private Line line(String slug, String field) {
    return Objects.requireNonNull(entries.get(slug)).lineOf(field);
  }
}
