package org.regionwire.archive;

import java.util.Optional;
import org.regionwire.news.PublishedItem;

/**
 * What the archive decided about a submission.
 *
 * @param item the revision it made; else the one that was there, if any
 */
public record Verdict(Outcome outcome, Optional<PublishedItem> item) {

  /** What became of a submission. */
  public enum Outcome {
    /** It made a revision. */
    STORED,
    /** What it says stood there already, or something newer. */
    UNCHANGED,
    /** It waits for its time. */
    HELD,
    /** It expected another revision than the present one, and changed nothing. */
    LOST
  }

  static Verdict stored(PublishedItem item) {
    return new Verdict(Outcome.STORED, Optional.of(item));
  }

  static Verdict unchanged(PublishedItem item) {
    return new Verdict(Outcome.UNCHANGED, Optional.of(item));
  }

  static Verdict lost(Optional<PublishedItem> present) {
    return new Verdict(Outcome.LOST, present);
  }

  static Verdict held(Optional<PublishedItem> present) {
    return new Verdict(Outcome.HELD, present);
  }

  public boolean held() {
    return outcome == Outcome.HELD;
  }

  public boolean lost() {
    return outcome == Outcome.LOST;
  }
}
