package org.regionwire.feeds;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.news.Box;
import org.regionwire.news.Point;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.gazetteer.Place;

/** Three regions: Malmö in the Øresund Region, and Oslo. */
public final class Places implements Regions {
  private final List<Region> regions =
      List.of(
          region("malmo", "Malmö", "SE-M", "oresund-region"),
          region("oslo", "Oslo", "NO-03"),
          region("oresund-region", "Øresund Region", "X-ORE"));

  private static Region region(String slug, String name, String code, String... parents) {
    return new Region(
        slug,
        name,
        "city",
        Map.of(),
        List.of(),
        List.of(code),
        Optional.of(new Point(55.6059, 13.0007)),
        Optional.empty(),
        List.of(parents),
        List.of(),
        Optional.empty());
  }

  @Override
  public Stream<Region> all() {
    return regions.stream();
  }

  @Override
  public Optional<Region> of(Place place) {
    return Optional.empty();
  }

  @Override
  public Optional<String> canonical(String formerSlug) {
    return Optional.empty();
  }

  @Override
  public Optional<Point> point(String slug) {
    return bySlug(slug).flatMap(Region::centre);
  }

  @Override
  public List<Point> places(String slug) {
    return point(slug).stream().toList();
  }

  @Override
  public Optional<Box> extent(String slug) {
    return slug.equals("oresund-region")
        ? Optional.of(new Box(11.0886, 54.6594, 15.1866, 56.4269))
        : point(slug).map(at -> new Box(at.lon(), at.lat(), at.lon(), at.lat()));
  }

  @Override
  public Collection<Region> profiled() {
    return regions;
  }

  @Override
  public Optional<Region> bySlug(String slug) {
    return regions.stream().filter(r -> r.slug().equals(slug)).findFirst();
  }

  @Override
  public Optional<Region> resolve(String slugOrCode) {
    return bySlug(slugOrCode.toLowerCase(Locale.ROOT))
        .or(
            () ->
                regions.stream()
                    .filter(r -> r.codes().get(0).equalsIgnoreCase(slugOrCode))
                    .findFirst());
  }

  @Override
  public List<String> suggestions(String unknown) {
    return unknown.startsWith("m") ? List.of("malmo") : List.of();
  }

  @Override
  public List<Region> ancestors(String slug) {
    return List.of();
  }

  @Override
  public List<Region> parts(String slug) {
    return List.of();
  }
}
