package org.regionwire.digest;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Selection;

/**
 * What one person asked for at one time.
 *
 * @param subscriber the id of the person
 * @param schedule as it was wished; of an active one that of the person holds
 * @param cursor items up to this sequence were in a settled letter, or are not asked for
 * @param nextDue empty when it is not active, or waits for something to happen
 */
public record Subscription(
    String id,
    String subscriber,
    State state,
    Selection selection,
    Cadence cadence,
    Schedule schedule,
    String language,
    LetterFormat format,
    long cursor,
    Optional<Instant> nextDue) {

  /** Pending until confirmed; ended ones bring nothing any more. */
  public enum State {
    PENDING,
    ACTIVE,
    ENDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isActive() {
    return state == State.ACTIVE;
  }

  public boolean isDue(Instant now) {
    return nextDue.filter(at -> !at.isAfter(now)).isPresent();
  }
}
