package org.regionwire.intake.validating;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.regionwire.intake.Mistake;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/** The regions and topics a sender may name. */
final class Vocabulary {
  private final Regions regions;
  private final Topics topics;

  Vocabulary(Regions regions, Topics topics) {
    this.regions = regions;
    this.topics = topics;
  }

  String regionSlug(String slugOrCode) {
    return regions
        .resolve(slugOrCode)
        .map(Region::slug)
        .orElseThrow(() -> unknown("a region", regions.suggestions(slugOrCode)));
  }

  String topicSlug(String slug) {
    return topics
        .bySlug(slug)
        .or(() -> topics.bySlug(slug.toLowerCase(Locale.ROOT)))
        .map(Topics.Topic::slug)
        .orElseThrow(() -> unknown("a topic", topics.suggestions(slug)));
  }

  private static Mistake unknown(String what, List<String> suggestions) {
    String hint =
        suggestions.stream()
            .map(slug -> "`" + slug + "`")
            .collect(Collectors.joining(", ", "; did you mean ", "?"));
    return new Mistake("is not " + what + " we know" + (suggestions.isEmpty() ? "" : hint));
  }
}
