package org.regionwire.pages;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
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

/** A handful of regions and topics. */
final class SmallRegions implements Regions {
  private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
  private static final String SITE = "BaltMet Inno site, Malmö and Øresund profile";

  static final Region MALMO =
      new Region(
          "malmo",
          "Malmö",
          "city",
          Map.of("da", "Malmø", "ru", "Мальмё", "lv", "Malme", "sv", "Malmö"),
          List.of("Malmoe"),
          List.of("SE-M-1280"),
          Optional.of(new Point(55.6059, 13.0007)),
          Optional.of(STOCKHOLM),
          List.of("oresund-region", "skane", "sweden"),
          List.of("sv"),
          Optional.of(
              new Region.Profile(
                  List.of(
                      "Malmö is the commercial centre of southern Sweden, half an hour from two"
                          + " airports and joined to Copenhagen by the Øresund Bridge.",
                      "Logistics, trade, construction and property are its strongest sectors;"
                          + " biotechnology, environmental technology and digital media are"
                          + " growing beside them."),
                  List.of(
                      new Region.Fact("Inhabitants", "271,000", "about 2007", SITE),
                      new Region.Fact("Inhabitants", "351,749", "2023", "GeoNames"),
                      new Region.Fact("Nationalities", "164", "about 2007", SITE),
                      new Region.Fact(
                          "Students at Malmö University", "about 15,000", "about 2007", SITE)))));
  static final Region ORESUND =
      region("oresund-region", "Øresund Region", "cross-border region", List.of(), "sweden");
  static final Region SKANE = region("skane", "Skåne", "county", List.of("SE-M"), "sweden");
  static final Region SWEDEN = region("sweden", "Sweden", "country", List.of("SE"));
  static final Region BARE =
      new Region(
          "nowhere",
          "Nowhere",
          "network",
          Map.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());

  private final List<Region> regions =
      new ArrayList<>(
          List.of(
              MALMO,
              ORESUND,
              SKANE,
              SWEDEN,
              BARE,
              city("oslo", "Oslo", "Europe/Oslo"),
              city("copenhagen", "Copenhagen", "Europe/Copenhagen"),
              city("st-petersburg", "Saint Petersburg", "Europe/Moscow"),
              city("berlin", "Berlin", "Europe/Berlin"),
              city("riga", "Riga", "Europe/Riga")));

  SmallRegions() {
    regions.sort(Comparator.comparing(Region::name));
  }

  private static Region city(String slug, String name, String zone) {
    return region(slug, name, "city", List.of(), Optional.of(ZoneId.of(zone)), List.of());
  }

  private static Region region(
      String slug, String name, String type, List<String> codes, String... parents) {
    return region(slug, name, type, codes, Optional.of(STOCKHOLM), List.of(parents));
  }

  private static Region region(
      String slug,
      String name,
      String type,
      List<String> codes,
      Optional<ZoneId> zone,
      List<String> parents) {
    return new Region(
        slug,
        name,
        type,
        Map.of(),
        List.of(),
        codes,
        Optional.empty(),
        zone,
        parents,
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
    return regions.stream()
        .filter(
            region ->
                region.slug().equalsIgnoreCase(slugOrCode)
                    || region.codes().stream().anyMatch(slugOrCode::equalsIgnoreCase))
        .findFirst();
  }

  @Override
  public List<String> suggestions(String unknown) {
    return unknown.startsWith("mal") ? List.of("malmo") : List.of();
  }

  @Override
  public List<Region> ancestors(String slug) {
    var found = new LinkedHashSet<Region>();
    bySlug(slug).stream()
        .flatMap(region -> region.parents().stream())
        .forEach(
            parent -> {
              bySlug(parent).ifPresent(found::add);
              found.addAll(ancestors(parent));
            });
    return List.copyOf(found);
  }

  @Override
  public List<Region> parts(String slug) {
    return regions.stream().filter(region -> region.parents().contains(slug)).toList();
  }

  Topics topics() {
    return new Topics() {
      private final List<Topic> topics =
          List.of(
              new Topic("ict", "ICT"),
              new Topic("life-sciences", "Life sciences"),
              new Topic("maritime", "Maritime & shipping"));

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
        return List.of();
      }
    };
  }
}
