package org.regionwire.region.graph;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.region.Nearest;
import org.regionwire.region.Topics;
import org.regionwire.region.text.Folding;

/** The vocabulary in memory. */
final class TopicList implements Topics {
  private final Map<String, Topic> bySlug = new LinkedHashMap<>();
  private final Nearest nearest = new Nearest();

  TopicList(Collection<Topic> topics) {
    topics.stream()
        .sorted(Comparator.comparing(topic -> Folding.fold(topic.name())))
        .forEach(
            topic -> {
              bySlug.put(topic.slug(), topic);
              nearest.learn(topic.slug(), topic.slug());
              nearest.learn(topic.name(), topic.slug());
            });
  }

  @Override
  public Collection<Topic> all() {
    return List.copyOf(bySlug.values());
  }

  @Override
  public Optional<Topic> bySlug(String slug) {
    return Optional.ofNullable(bySlug.get(slug));
  }

  @Override
  public List<String> suggestions(String unknown) {
    return nearest.to(unknown);
  }
}
