package org.regionwire.region.event;

import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.regionwire.news.EventTime;

/**
 * Tells whether two items are probably about the same event: on the same day in the same region,
 * with the same names and words. Two events of one organiser on one day are kept apart.
 */
public final class SameEvent {
  private static final double ENOUGH = 0.6;
  private static final double ENOUGH_SHARED = 3;
  private static final double ENOUGH_OF_TITLE = 0.5;
  private static final Duration LATEST = Duration.ofMinutes(45);

  /**
   * @param score from 0 to 1
   * @param why a sentence for the sender
   */
  public record Likeness(boolean same, double score, String why) {
    private static Likeness none(String why) {
      return new Likeness(false, 0, why);
    }
  }

  public Likeness compare(EventTold one, EventTold other) {
    if (!one.start().date().equals(other.start().date())) {
      return Likeness.none("they start on different days");
    }
    if (one.link().isPresent() && one.link().equals(other.link())) {
      return new Likeness(true, 1, "they have the same day and the same link");
    }
    Set<String> regions = new HashSet<>(one.regions());
    regions.retainAll(other.regions());
    if (regions.isEmpty()) {
      return Likeness.none("they are in different regions");
    }
    if (endsDiffer(one, other) || hoursDiffer(one.start(), other.start())) {
      return Likeness.none("they are at different times");
    }
    return compareWords(one, other);
  }

  private Likeness compareWords(EventTold one, EventTold other) {
    var words = EventWords.of(one);
    var others = EventWords.of(other);
    if (words.kindsDiffer(others)) {
      return Likeness.none("they are events of different kinds");
    }
    double shared = words.shared(others);
    double score = Math.min(1, shared / Math.max(1, Math.min(words.weight(), others.weight())));
    double titles = Math.min(words.titleIn(others), others.titleIn(words));
    boolean same =
        score >= ENOUGH
            && shared >= ENOUGH_SHARED
            && titles >= ENOUGH_OF_TITLE
            && (words.titleExplainedBy(others) || others.titleExplainedBy(words));
    String why =
        same
            ? "they have the same day, region and words: "
            : "they have the same day and region, but few words in common: ";
    return new Likeness(same, score, why + String.join(", ", words.common(others)));
  }

  private static boolean endsDiffer(EventTold one, EventTold other) {
    return one.end().isPresent()
        && other.end().isPresent()
        && !one.end().get().date().equals(other.end().get().date());
  }

  private static boolean hoursDiffer(EventTime one, EventTime other) {
    Optional<LocalTime> from = one.time();
    Optional<LocalTime> to = other.time();
    return from.isPresent()
        && to.isPresent()
        && Duration.between(from.get(), to.get()).abs().compareTo(LATEST) > 0;
  }
}
