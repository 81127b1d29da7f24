package org.regionwire.region;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regionwire.news.RegionFound;
import org.regionwire.news.RegionFound.How;
import org.regionwire.news.RegionFound.Mention;
import org.regionwire.region.mention.PlaceFound;

/** Gathers what speaks for each region of one item; the strongest evidence stays. */
final class RegionEvidence {
  private final Regions regions;
  private final Set<String> refused;
  private final Map<String, RegionFound> found = new LinkedHashMap<>();

  /**
   * @param refused slugs that the sender refused
   */
  RegionEvidence(Regions regions, List<String> refused) {
    this.regions = regions;
    this.refused = Set.copyOf(refused);
  }

  void named(String slug) {
    add(RegionFound.named(slug, "you named it"));
  }

  void found(String slug, PlaceFound place) {
    var mentions = place.mentions().stream().map(RegionEvidence::mention).toList();
    add(
        new RegionFound(
            slug, How.MENTIONED, place.primary(), place.confidence(), place.why(), mentions));
  }

  private static Mention mention(org.regionwire.region.mention.Mention mention) {
    String field = mention.field().equals("body") ? "content" : mention.field();
    return new Mention(field, mention.offset(), mention.text());
  }

  /** With the regions that contain them, unless the sender refused those. */
  List<RegionFound> withWholes() {
    for (RegionFound part : List.copyOf(found.values())) {
      String name = regions.bySlug(part.region()).map(Region::name).orElse(part.region());
      for (Region whole : regions.ancestors(part.region())) {
        add(part.in(whole.slug(), name + " is in it"));
      }
    }
    return List.copyOf(found.values());
  }

  private void add(RegionFound one) {
    if (!refused.contains(one.region())) {
      found.merge(one.region(), one, RegionEvidence::both);
    }
  }

  /** The first says why; either may make it a region that the item is about. */
  private static RegionFound both(RegionFound first, RegionFound next) {
    return new RegionFound(
        first.region(),
        first.how(),
        first.primary() || next.primary(),
        Math.max(first.confidence(), next.confidence()),
        first.why(),
        first.mentions().isEmpty() ? next.mentions() : first.mentions());
  }
}
