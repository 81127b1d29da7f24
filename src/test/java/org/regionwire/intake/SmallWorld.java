package org.regionwire.intake;

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
import org.regionwire.region.Topics;
import org.regionwire.region.gazetteer.Place;

/** A handful of regions and topics. */
final class SmallWorld implements Regions {
  static final Topics TOPICS = new FewTopics();

  private final List<Region> regions =
      List.of(
          region("berlin", "Berlin", "DE-BE"),
          region("brussels", "Brussels", "BE-BRU"),
          region("malmo", "Malmö", "SE-M"),
          region("oresund-region", "Øresund Region", "X-ORE"),
          region("riga", "Riga", "LV-RIX"),
          region("st-petersburg", "St. Petersburg", "RU-SPE"));

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
    return point(slug).map(at -> new Box(at.lon(), at.lat(), at.lon(), at.lat()));
  }

  @Override
  public Collection<Region> profiled() {
    return regions;
  }

  @Override
  public Optional<Region> bySlug(String slug) {
    return regions.stream().filter(region -> region.slug().equals(slug)).findFirst();
  }

  @Override
  public Optional<Region> resolve(String slugOrCode) {
    String upper = slugOrCode.toUpperCase(Locale.ROOT);
    return bySlug(slugOrCode.toLowerCase(Locale.ROOT))
        .or(() -> regions.stream().filter(region -> region.codes().contains(upper)).findFirst());
  }

  @Override
  public List<String> suggestions(String unknown) {
    return regions.stream().map(Region::slug).filter(slug -> alike(slug, unknown)).toList();
  }

  @Override
  public List<Region> ancestors(String slug) {
    return List.of();
  }

  @Override
  public List<Region> parts(String slug) {
    return List.of();
  }

  private static boolean alike(String slug, String unknown) {
    return !unknown.isEmpty() && slug.charAt(0) == Character.toLowerCase(unknown.charAt(0));
  }

  private static Region region(String slug, String name, String code) {
    return new Region(
        slug,
        name,
        "city",
        Map.of(),
        List.of(),
        List.of(code),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static final class FewTopics implements Topics {
    private final List<Topic> topics =
        List.of(
            new Topic("ict", "ICT"),
            new Topic("life-sciences", "Life sciences"),
            new Topic("maritime", "Maritime"));

    @Override
    public Collection<Topic> all() {
      return topics;
    }

    @Override
    public Optional<Topic> bySlug(String slug) {
      return topics.stream().filter(topic -> topic.slug().equals(slug)).findFirst();
    }

    @Override
    public List<String> suggestions(String unknown) {
      return topics.stream().map(Topic::slug).filter(slug -> alike(slug, unknown)).toList();
    }
  }
}
