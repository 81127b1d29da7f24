package org.regionwire.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.NewsItem;
import org.regionwire.news.RegionFound;
import org.regionwire.news.RegionFound.How;
import org.regionwire.news.RegionFound.Mention;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.mention.PlaceFinder;
import org.regionwire.region.mention.PlaceFound;
import org.regionwire.region.mention.Text;

/** Finds out which regions an item is about, each once, with its strongest evidence. */
public final class Enricher {
  private final Regions regions;
  private final ItemPoint points;
  private final RegionPlaces places;
  private final PlaceFinder finder;

  public Enricher(Regions regions) {
    this(regions, Gazetteer.load());
  }

  /** As the other, with a gazetteer that is there already. */
  public Enricher(Regions regions, Gazetteer gazetteer) {
    var plain = new PlaceFinder(gazetteer);
    this.regions = regions;
    this.points = new ItemPoint(regions);
    this.places = new RegionPlaces(regions, plain);
    this.finder = plain.with(places.extras());
  }

  /** Named regions first, then those it is about, mentioned ones, and those that contain them. */
  public EnrichedItem enrich(NewsItem item) {
    Map<String, RegionFound> found = new LinkedHashMap<>();
    for (String slug : item.regions()) {
      found.put(slug, new RegionFound(slug, How.NAMED, "you named it", Optional.empty()));
    }
    for (PlaceFound place : finder.find(text(item))) {
      places.slug(place).ifPresent(slug -> mentioned(slug, place, found));
    }
    for (String slug : List.copyOf(found.keySet())) {
      contained(slug, found);
    }
    var all = List.copyOf(found.values());
    return new EnrichedItem(item, all, points.of(item, all));
  }

  private static Text text(NewsItem item) {
    return new Text(
        item.title(),
        item.summary().orElse(""),
        item.content().map(PlainText::of).orElse(""),
        item.language(),
        Optional.empty(),
        Set.copyOf(item.regions()),
        Set.of());
  }

  private static void mentioned(String slug, PlaceFound place, Map<String, RegionFound> found) {
    var first = place.mentions().get(0);
    String field = first.field().equals("body") ? "content" : first.field();
    var mention = new Mention(field, first.offset(), first.text());
    found.putIfAbsent(
        slug, new RegionFound(slug, How.MENTIONED, place.why(), Optional.of(mention)));
  }

  private void contained(String part, Map<String, RegionFound> found) {
    String name = regions.bySlug(part).map(Region::name).orElse(part);
    for (Region whole : regions.ancestors(part)) {
      found.putIfAbsent(
          whole.slug(),
          new RegionFound(whole.slug(), How.CONTAINS, name + " is in it", Optional.empty()));
    }
  }
}
