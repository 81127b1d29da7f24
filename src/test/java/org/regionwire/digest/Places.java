package org.regionwire.digest;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.news.Box;
import org.regionwire.news.Point;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;
import org.regionwire.region.gazetteer.Place;

/** Three regions and one topic. */
public final class Places implements Regions {
  private static final List<Region> ALL =
      List.of(
          region("malmo", "Malmö", "Europe/Stockholm", List.of("oresund-region")),
          region("oresund-region", "Øresund Region", "Europe/Copenhagen", List.of()),
          region("toronto", "Toronto", "America/Toronto", List.of()));

  private static Region region(String slug, String name, String zone, List<String> parents) {
    return new Region(
        slug,
        name,
        "city",
        Map.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.of(ZoneId.of(zone)),
        parents,
        List.of(),
        Optional.empty());
  }

  @Override
  public Stream<Region> all() {
    return ALL.stream();
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
    return point(slug).map(at -> new Box(at.lon(), at.lat(), at.lon(), at.lat()));
  }

  @Override
  public Collection<Region> profiled() {
    return ALL;
  }

  @Override
  public Optional<Region> bySlug(String slug) {
    return ALL.stream().filter(region -> region.slug().equals(slug)).findFirst();
  }

  @Override
  public Optional<Region> resolve(String slugOrCode) {
    return bySlug(slugOrCode);
  }

  @Override
  public List<String> suggestions(String unknown) {
    return unknown.startsWith("mal") ? List.of("malmo") : List.of();
  }

  @Override
  public List<Region> ancestors(String slug) {
    return List.of();
  }

  @Override
  public List<Region> parts(String slug) {
    return List.of();
  }

  public static final class Subjects implements Topics {
    private static final Topic MARITIME = new Topic("maritime", "Maritime");

    @Override
    public Collection<Topic> all() {
      return List.of(MARITIME);
    }

    @Override
    public Optional<Topic> bySlug(String slug) {
      return slug.equals("maritime") ? Optional.of(MARITIME) : Optional.empty();
    }

    @Override
    public List<String> suggestions(String unknown) {
      return List.of("maritime");
    }
  }
}
