package org.regionwire.digest;

import java.util.Locale;
import org.regionwire.news.Selection;

/**
 * What one person asked for at one time.
 *
 * @param subscriber the id of the person
 * @param since items up to this sequence are not asked for
 */
public record Subscription(
    String id,
    String subscriber,
    State state,
    Selection selection,
    Schedule schedule,
    String language,
    LetterFormat format,
    long since) {

  /** Pending until confirmed; ended ones bring nothing any more. */
  public enum State {
    PENDING,
    ACTIVE,
    ENDED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
