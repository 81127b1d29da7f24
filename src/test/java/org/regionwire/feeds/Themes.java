package org.regionwire.feeds;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.regionwire.region.Topics;

/** Two topics. */
public final class Themes implements Topics {
  private final List<Topic> topics =
      List.of(new Topic("ict", "ICT"), new Topic("life-sciences", "Life sciences"));

  @Override
  public Collection<Topic> all() {
    return topics;
  }

  @Override
  public Optional<Topic> bySlug(String slug) {
    return topics.stream().filter(t -> t.slug().equals(slug)).findFirst();
  }

  @Override
  public List<String> suggestions(String unknown) {
    return List.of("ict");
  }
}
