package org.regionwire.region.graph;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.regionwire.region.Nearest;
import org.regionwire.region.Region;

/**
 * What lies in what: by the parents of the files, by the members of the files, and by the
 * gazetteer. Notes every parent and member that is not a region.
 */
final class Links {
  private final Map<String, Entry> entries;
  private final AtlasRegions atlas;
  private final Flaws flaws;
  private final Map<String, String> slugsByCode = new HashMap<>();
  private final Map<String, Set<String>> parents = new LinkedHashMap<>();

  Links(Collection<Written> written, Map<String, Entry> entries, AtlasRegions atlas, Flaws flaws) {
    this.entries = entries;
    this.atlas = atlas;
    this.flaws = flaws;
    written.forEach(
        one -> one.region().codes().forEach(code -> slugsByCode.put(upper(code), one.slug())));
    written.forEach(one -> parents.put(one.slug(), own(one)));
    written.forEach(this::linkMembers);
  }

  private Set<String> own(Written one) {
    return slugs(one.slug(), one.region().parents(), "parents");
  }

  private void linkMembers(Written whole) {
    for (String part : slugs(whole.slug(), whole.members(), "members")) {
      parents
          .computeIfAbsent(part, slug -> new LinkedHashSet<>(atlas.parents(slug)))
          .add(whole.slug());
    }
  }

  private Set<String> slugs(String slug, List<String> named, String field) {
    var slugs = new LinkedHashSet<String>();
    for (String one : named) {
      slug(one)
          .ifPresentOrElse(
              slugs::add,
              () -> {
                String what = field.substring(0, field.length() - 1);
                flaws.add(
                    Objects.requireNonNull(entries.get(slug)).lineOf(field),
                    what + " “" + one + "” is not a region" + meant(one));
              });
    }
    return slugs;
  }

  private Optional<String> slug(String slugOrCode) {
    if (entries.containsKey(slugOrCode) || atlas.has(slugOrCode)) {
      return Optional.of(slugOrCode);
    }
    String code = upper(slugOrCode);
    return Optional.ofNullable(slugsByCode.get(code)).or(() -> atlas.slugOfCode(code));
  }

  private String meant(String unknown) {
    var ours = Nearest.among(entries.keySet()).to(unknown);
    var slugs = ours.isEmpty() ? Nearest.among(atlas.like(unknown)).to(unknown) : ours;
    return slugs.isEmpty() ? "" : "; did you mean " + String.join(" or ", slugs) + "?";
  }

  /** Of every region, nearest first. */
  List<String> parents(String slug) {
    var linked = parents.get(slug);
    return linked == null ? atlas.parents(slug) : List.copyOf(linked);
  }

  /** Those whose parents are not the gazetteer's alone. */
  Set<String> linked() {
    return parents.keySet();
  }

  /** With its parents looked up. */
  Region placed(Region region) {
    return new Region(
        region.slug(),
        region.name(),
        region.type(),
        region.names(),
        region.aliases(),
        region.codes(),
        region.centre(),
        region.zone(),
        parents(region.slug()),
        region.languages(),
        region.profile());
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
