package org.regionwire.region.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.regionwire.news.Box;
import org.regionwire.news.Point;
import org.regionwire.region.Names;
import org.regionwire.region.Nearest;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.gazetteer.Place;
import org.regionwire.region.text.Folding;

/**
 * The regions in memory: those of the files whole, those of the gazetteer as they are asked for.
 * Built from checked regions: every parent is known, no circle.
 */
final class RegionGraph implements Regions {
  /** Some 2 MB; more than a wire has in use. */
  private static final int KEPT = 2_000;

  private final List<Region> profiled;
  private final Map<String, Region> written = new HashMap<>();
  private final Map<String, String> slugsByCode = new HashMap<>();
  private final Map<String, String> former = new HashMap<>();
  private final AtlasRegions atlas;
  private final Links links;
  private final Descent descent;
  private final Nearest nearest = new Nearest();
  private final Map<String, Region> made = new ConcurrentHashMap<>();
  private final Map<String, Box> extents = new ConcurrentHashMap<>();
  private final Map<String, List<Region>> ancestors = new ConcurrentHashMap<>();

  RegionGraph(Collection<Written> written, AtlasRegions atlas, Links links) {
    this.atlas = atlas;
    this.links = links;
    this.profiled =
        written.stream()
            .map(one -> links.placed(one.region()))
            .sorted(Comparator.comparing(region -> Folding.fold(region.name())))
            .toList();
    for (Region region : profiled) {
      this.written.put(region.slug(), region);
      region.codes().forEach(code -> slugsByCode.put(upper(code), region.slug()));
      nearest.learn(region.slug(), region.slug());
      Names.of(region).forEach(name -> nearest.learn(name, region.slug()));
    }
    written.forEach(one -> one.formerly().forEach(slug -> former.put(slug, one.slug())));
    this.descent = new Descent(this, links);
  }

  /** Of the files first. */
  Stream<String> slugs() {
    return Stream.concat(
        profiled.stream().map(Region::slug),
        atlas.slugs().stream().filter(slug -> !written.containsKey(slug)));
  }

  @Override
  public Stream<Region> all() {
    return slugs().flatMap(slug -> peek(slug).stream());
  }

  @Override
  public Collection<Region> profiled() {
    return profiled;
  }

  @Override
  public Optional<Region> bySlug(String slug) {
    var known =
        Optional.ofNullable(written.get(slug)).or(() -> Optional.ofNullable(made.get(slug)));
    if (known.isPresent()) {
      return known;
    }
    var region = peek(slug);
    region.ifPresent(one -> keep(made, slug, one));
    return region;
  }

  /** Without keeping it. */
  private Optional<Region> peek(String slug) {
    return Optional.ofNullable(written.get(slug)).or(() -> atlas.region(slug).map(links::placed));
  }

  @Override
  public Optional<Region> resolve(String slugOrCode) {
    String slug = slugOrCode.toLowerCase(Locale.ROOT);
    String code = upper(slugOrCode);
    return bySlug(slug)
        .or(() -> Optional.ofNullable(slugsByCode.get(code)).flatMap(this::bySlug))
        .or(() -> atlas.slugOfCode(code).flatMap(this::bySlug))
        .or(() -> canonical(slug).flatMap(this::bySlug));
  }

  @Override
  public Optional<Region> of(Place place) {
    return atlas.slug(place).flatMap(this::bySlug);
  }

  @Override
  public Optional<String> canonical(String formerSlug) {
    return Optional.ofNullable(former.get(formerSlug));
  }

  @Override
  public List<String> suggestions(String unknown) {
    var some = new ArrayList<>(nearest.to(unknown));
    for (String slug : Nearest.among(atlas.like(Folding.fold(unknown))).to(unknown)) {
      if (!some.contains(slug)) {
        some.add(slug);
      }
    }
    return some.stream().limit(Nearest.MOST).toList();
  }

  @Override
  public List<Region> ancestors(String slug) {
    var known = ancestors.get(slug);
    if (known != null) {
      return known;
    }
    var climbed = climb(slug);
    if (!climbed.isEmpty()) {
      keep(ancestors, slug, climbed);
    }
    return climbed;
  }

  /** Breadth first, so that what is nearer comes earlier. */
  private List<Region> climb(String slug) {
    var seen = new LinkedHashSet<>(links.parents(slug));
    var next = List.copyOf(seen);
    while (!next.isEmpty()) {
      next = next.stream().flatMap(p -> links.parents(p).stream()).filter(seen::add).toList();
    }
    return seen.stream().flatMap(parent -> bySlug(parent).stream()).toList();
  }

  @Override
  public List<Region> parts(String slug) {
    return descent.parts(slug);
  }

  @Override
  public Optional<Box> extent(String slug) {
    var known = extents.get(slug);
    if (known != null) {
      return Optional.of(known);
    }
    var found = descent.extent(slug);
    found.ifPresent(box -> keep(extents, slug, box));
    return found;
  }

  @Override
  public List<Point> places(String slug) {
    return descent.places(slug);
  }

  @Override
  public Optional<Point> point(String slug) {
    return bySlug(slug).flatMap(Region::centre).or(() -> extent(slug).map(Box::middle));
  }

  boolean isPlace(String slug) {
    return atlas.isPlace(slug);
  }

  /** Of a place or of a region of the files, without making it. */
  Optional<Point> centre(String slug) {
    return Optional.ofNullable(written.get(slug))
        .flatMap(Region::centre)
        .or(() -> atlas.centre(slug));
  }

  /** Emptied when full: what is in use comes back at once. */
  private static <T> void keep(Map<String, T> kept, String slug, T made) {
    if (kept.size() >= KEPT) {
      kept.clear();
    }
    kept.put(slug, made);
  }

  private static String upper(String code) {
    return code.toUpperCase(Locale.ROOT);
  }
}
