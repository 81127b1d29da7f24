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
  private final MentionFinder mentions;

  public Enricher(Regions regions) {
    this.regions = regions;
    this.mentions = new MentionFinder(regions.all());
  }

  /** Named regions first, then mentioned ones as they appear, then those that contain them. */
  public EnrichedItem enrich(NewsItem item) {
    Map<String, RegionFound> found = new LinkedHashMap<>();
    for (String slug : item.regions()) {
      found.put(slug, RegionFound.named(slug, "you named it"));
    }
    mentioned("title", item.title(), item, found);
    item.summary().ifPresent(text -> mentioned("summary", text, item, found));
    item.content().ifPresent(html -> mentioned("content", PlainText.of(html), item, found));
    for (RegionFound part : List.copyOf(found.values())) {
      contained(part, found);
    }
    return new EnrichedItem(item, List.copyOf(found.values()), Optional.empty());
  }

  private void mentioned(String field, String text, NewsItem item, Map<String, RegionFound> found) {
    for (var hit : mentions.find(text, item.language())) {
      String why = "“" + hit.text() + "” in the " + field;
      var mention = new Mention(field, hit.offset(), hit.text());
      found.putIfAbsent(
          hit.region(),
          new RegionFound(hit.region(), How.MENTIONED, true, 1, why, List.of(mention)));
    }
  }

  private void contained(RegionFound part, Map<String, RegionFound> found) {
    String name = regions.bySlug(part.region()).map(Region::name).orElse(part.region());
    for (Region whole : regions.ancestors(part.region())) {
      found.putIfAbsent(whole.slug(), part.in(whole.slug(), name + " is in it"));
    }
  }
}
