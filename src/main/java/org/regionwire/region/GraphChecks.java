package org.regionwire.region;

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
import java.util.Set;
import org.regionwire.region.text.Folding;

/** What must be true of all regions together. */
final class GraphChecks {
  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, Entry> entries;
  private final Flaws flaws;

  GraphChecks(Collection<Region> regions, Map<String, Entry> entries, Flaws flaws) {
    regions.forEach(region -> this.regions.put(region.slug(), region));
    this.entries = entries;
    this.flaws = flaws;
  }

  void run() {
    parentsAreKnown();
    codesAreUnique();
    namesAreUnique();
    noCircles();
  }

  private void parentsAreKnown() {
    for (Region region : regions.values()) {
      for (String parent : region.parents()) {
        if (!regions.containsKey(parent)) {
          String detail = "parent “" + parent + "” is not a region" + meant(parent);
          flaws.add(line(region.slug(), "parents"), detail);
        }
      }
    }
  }

  private String meant(String unknown) {
    var slugs = Nearest.among(regions.keySet()).to(unknown);
    return slugs.isEmpty() ? "" : "; did you mean " + String.join(" or ", slugs) + "?";
  }

  private void codesAreUnique() {
    var owners = new HashMap<String, String>();
    for (Region region : regions.values()) {
      for (String code : region.codes()) {
        var owner = owners.putIfAbsent(code.toUpperCase(Locale.ROOT), region.slug());
        if (owner != null) {
          flaws.add(line(region.slug(), "codes"), "code " + code + " is already that of " + owner);
        }
        if (regions.containsKey(code.toLowerCase(Locale.ROOT))) {
          flaws.add(line(region.slug(), "codes"), "code " + code + " is also a slug");
        }
      }
    }
  }

  /** A name of two regions would be taken for whichever was read first. */
  private void namesAreUnique() {
    var owners = new HashMap<String, String>();
    for (Region region : regions.values()) {
      for (String name : Names.of(region)) {
        var owner = owners.putIfAbsent(Folding.fold(name), region.slug());
        if (owner != null && !owner.equals(region.slug())) {
          flaws.add(
              line(region.slug(), fieldOf(name, region)),
              "“" + name + "” is already a name of " + owner);
        }
      }
    }
  }

  private static String fieldOf(String name, Region region) {
    if (region.name().equals(name)) {
      return "name";
    }
    return region.aliases().contains(name) ? "aliases" : "names";
  }

  private void noCircles() {
    var done = new HashSet<String>();
    for (String slug : regions.keySet()) {
      climb(slug, new LinkedHashSet<>(), done);
    }
  }

  private void climb(String slug, Set<String> path, Set<String> done) {
    if (path.contains(slug)) {
      var circle = new ArrayList<>(path);
      List<String> inIt = circle.subList(circle.indexOf(slug), circle.size());
      flaws.add(
          line(slug, "parents"),
          slug + " would be part of itself: " + String.join(" → ", inIt) + " → " + slug);
      return;
    }
    if (!regions.containsKey(slug) || done.contains(slug)) {
      return;
    }
    path.add(slug);
    Objects.requireNonNull(regions.get(slug))
        .parents()
        .forEach(parent -> climb(parent, path, done));
    path.remove(slug);
    done.add(slug);
  }

  private Line line(String slug, String field) {
    return Objects.requireNonNull(entries.get(slug)).lineOf(field);
  }
}
