package org.regionwire.region;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.NewsItem;
import org.regionwire.news.RegionFound;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.mention.ExtraName;
import org.regionwire.region.mention.PlaceFinder;
import org.regionwire.region.mention.PlaceFound;
import org.regionwire.region.mention.Text;

/**
 * Finds out which regions an item is about or mentions, each once with its evidence, and when the
 * event is that it tells of. Safe for use by many threads.
 */
public final class Enricher {
  private final Regions regions;
  private final Gazetteer gazetteer;
  private volatile @Nullable PlaceFinder finder;
  private final ItemPoint points;
  private final ItemTime times;
  private final SourceHome home;

  public Enricher(Regions regions, Gazetteer gazetteer) {
    this.regions = regions;
    this.gazetteer = gazetteer;
    this.points = new ItemPoint(regions);
    this.times = new ItemTime(regions);
    this.home = new SourceHome(gazetteer);
  }

  /** What finds places in its texts; made when first asked for, as it takes a moment. */
  public PlaceFinder places() {
    var made = finder;
    return made == null ? made() : made;
  }

  private synchronized PlaceFinder made() {
    var made = finder;
    if (made == null) {
      made = finder(regions, gazetteer);
      finder = made;
    }
    return made;
  }

  /** Names that the gazetteer does not have, or has for other places. */
  private static PlaceFinder finder(Regions regions, Gazetteer gazetteer) {
    var plain = new PlaceFinder(gazetteer);
    List<ExtraName> extras =
        regions.profiled().stream()
            .flatMap(region -> Names.of(region).stream().map(n -> new ExtraName(region.slug(), n)))
            .filter(name -> !knows(plain, regions, name))
            .toList();
    return plain.with(extras);
  }

  private static boolean knows(PlaceFinder plain, Regions regions, ExtraName name) {
    return plain.named(name.name()).stream()
        .flatMap(place -> regions.of(place).stream())
        .anyMatch(region -> region.slug().equals(name.id()));
  }

  /** Named regions first, then those it is about, mentioned ones, and those that contain them. */
  public EnrichedItem enrich(NewsItem item) {
    String content = item.content().map(PlainText::of).orElse("");
    var evidence = new RegionEvidence(regions, item.notRegions());
    item.regions().forEach(evidence::named);
    for (PlaceFound place : places().find(text(item, content))) {
      place.id().or(() -> slug(place)).ifPresent(slug -> evidence.found(slug, place));
    }
    List<RegionFound> found = evidence.withWholes();
    Optional<EventTimeFound> when =
        item.event().isPresent() ? Optional.empty() : times.of(item, content, found);
    return new EnrichedItem(item, found, when, points.of(item, found));
  }

  private Optional<String> slug(PlaceFound found) {
    return found.place().flatMap(regions::of).map(Region::slug);
  }

  private Text text(NewsItem item, String content) {
    return new Text(
        item.title(),
        item.summary().orElse(""),
        content,
        item.language(),
        item.organisation().orElse(""),
        home.of(item),
        words(item.regions()),
        words(item.notRegions()));
  }

  /** Slugs, and the codes of their regions. */
  private Set<String> words(List<String> slugs) {
    return slugs.stream()
        .flatMap(
            slug ->
                Stream.concat(
                    Stream.of(slug),
                    regions.bySlug(slug).stream().flatMap(region -> region.codes().stream())))
        .collect(Collectors.toSet());
  }
}
