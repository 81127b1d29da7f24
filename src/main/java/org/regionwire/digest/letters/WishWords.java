package org.regionwire.digest.letters;

import java.util.List;
import java.util.TreeSet;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/** Says in words what a selection asks for. */
public final class WishWords {
  private final Regions regions;
  private final Topics topics;

  public WishWords(Regions regions, Topics topics) {
    this.regions = regions;
    this.topics = topics;
  }

  /** {@code News and events from Oslo and Malmö about Maritime}, without a full stop. */
  public String sentence(Selection selection, String language) {
    var where = selection.regions().stream().map(this::regionName).toList();
    var what = selection.topics().stream().map(this::topicName).toList();
    String kind = selection.kind().map(Kind::word).orElse("");
    return Wording.in(language).wish(kind, where, what);
  }

  /** The names of the regions because of which this selection takes the item. */
  public List<String> labels(Selection selection, EnrichedItem item, String language) {
    if (selection.regions().isEmpty()) {
      return List.of(Wording.in(language).everywhere());
    }
    var both = new TreeSet<>(selection.regions());
    both.retainAll(item.regionSlugs());
    return both.stream().map(this::regionName).toList();
  }

  private String regionName(String slug) {
    return regions.bySlug(slug).map(Region::name).orElse(slug);
  }

  private String topicName(String slug) {
    return topics.bySlug(slug).map(Topics.Topic::name).orElse(slug);
  }
}
