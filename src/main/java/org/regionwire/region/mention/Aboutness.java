package org.regionwire.region.mention;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.gazetteer.Kind;

/** Which of the places a text is about: where they stand, how often, and in what role. */
final class Aboutness {
  /** So much of the best one's score makes another one a subject too. */
  private static final double NEXT_TO_BEST = 0.72;

  private final Gazetteer gazetteer;

  Aboutness(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Topics, the likeliest subject first. */
  List<Topic> rank(List<Chosen> chosen, Tokens tokens) {
    Map<Integer, Topic> topics = new LinkedHashMap<>();
    int titleWords = 0;
    while (titleWords < tokens.size() && tokens.field(titleWords) == 0) {
      titleWords++;
    }
    for (Chosen one : chosen) {
      topics.computeIfAbsent(one.candidate().place(), Topic::new).add(one, tokens, titleWords);
    }
    weigh(topics.values());
    return topics.values().stream()
        .sorted(Comparator.comparingDouble(Topic::score).reversed())
        .toList();
  }

  private void weigh(Iterable<Topic> topics) {
    boolean local = false;
    boolean event = false;
    for (Topic topic : topics) {
      local |= isLocal(topic) && !topic.onlyWeak();
      event |= isLocal(topic) && topic.event();
    }
    for (Topic topic : topics) {
      if (!isLocal(topic) && local) {
        topic.scale(0.25);
      }
      if (topic.onlyActing() && event) {
        topic.scale(0.4);
      }
      if (isRegionOfOther(topic, topics)) {
        topic.scale(0.5);
      }
    }
  }

  private boolean isRegionOfOther(Topic topic, Iterable<Topic> topics) {
    if (topic.place() >= gazetteer.size() || gazetteer.kind(topic.place()) != Kind.REGION) {
      return false;
    }
    for (Topic other : topics) {
      if (other != topic
          && other.place() < gazetteer.size()
          && !other.onlyWeak()
          && gazetteer.isIn(other.place(), topic.place())) {
        return true;
      }
    }
    return false;
  }

  private boolean isLocal(Topic topic) {
    if (topic.place() >= gazetteer.size()) {
      return false;
    }
    var kind = gazetteer.kind(topic.place());
    return kind != Kind.COUNTRY && kind != Kind.MACRO;
  }

  /** Whether it is one of the subjects, given the likeliest. */
  boolean isPrimary(Topic topic, Topic best) {
    if (topic == best) {
      return true;
    }
    return topic.score() >= best.score() * NEXT_TO_BEST
        && !topic.onlyWeak()
        && topic.inTitle() == best.inTitle()
        && isLocal(topic) == isLocal(best);
  }
}
