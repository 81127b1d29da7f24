package org.regionwire.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.NewsItem;
import org.regionwire.news.RegionFound;
import org.regionwire.news.RegionFound.How;
import org.regionwire.news.RegionFound.Mention;

/** Finds out which regions an item is about, each once, with its strongest evidence. */
public final class Enricher {
  private final Regions regions;
  private final ItemPoint points;
  private final MentionFinder mentions;

  public Enricher(Regions regions) {
    this.regions = regions;
    this.points = new ItemPoint(regions);
    this.mentions = new MentionFinder(regions.profiled());
  }

  /** Named regions first, then mentioned ones as they appear, then those that contain them. */
  public EnrichedItem enrich(NewsItem item) {
    Map<String, RegionFound> found = new LinkedHashMap<>();
    for (String slug : item.regions()) {
      found.put(slug, new RegionFound(slug, How.NAMED, "you named it", Optional.empty()));
    }
    mentioned("title", item.title(), item, found);
    item.summary().ifPresent(text -> mentioned("summary", text, item, found));
    item.content().ifPresent(html -> mentioned("content", PlainText.of(html), item, found));
    for (String slug : List.copyOf(found.keySet())) {
      contained(slug, found);
    }
    var all = List.copyOf(found.values());
    return new EnrichedItem(item, all, points.of(item, all));
  }

  private void mentioned(String field, String text, NewsItem item, Map<String, RegionFound> found) {
    for (var hit : mentions.find(text, item.language())) {
      String why = "“" + hit.text() + "” in the " + field;
      var mention = new Mention(field, hit.offset(), hit.text());
      found.putIfAbsent(
          hit.region(), new RegionFound(hit.region(), How.MENTIONED, why, Optional.of(mention)));
    }
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
