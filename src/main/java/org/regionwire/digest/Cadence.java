package org.regionwire.digest;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a letter comes.
 *
 * @param day of the week, 1 for Monday to 7, of a weekly one; of the month, 1 to 31, of a monthly
 *     one, or the last of months that are shorter; 0 for the others
 */
public record Cadence(Pace pace, int day) {
  public static final Cadence DAILY = new Cadence(Pace.DAILY, 0);
  public static final Cadence IMMEDIATE = new Cadence(Pace.IMMEDIATE, 0);

  /** Between the first item for someone and the letter, so that a burst of news is one letter. */
  public static final Duration GATHERING = Duration.ofMinutes(3);

  /** The kinds of cadence. */
  public enum Pace {
    /** Minutes after there is something new. */
    IMMEDIATE,
    DAILY,
    WEEKLY,
    MONTHLY;

    /** As it is written in requests and in the database. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Pace> of(String word) {
      for (Pace pace : values()) {
        if (pace.word().equals(word)) {
          return Optional.of(pace);
        }
      }
      return Optional.empty();
    }
  }

  public Cadence {
    int last =
        switch (pace) {
          case WEEKLY -> 7;
          case MONTHLY -> 31;
          default -> 0;
        };
    if (day > last || day < Math.min(1, last)) {
      throw new IllegalArgumentException(pace + " on day " + day);
    }
  }

  public boolean isImmediate() {
    return pace == Pace.IMMEDIATE;
  }

  /** Whether a local date is one of its days. Of an immediate one every day is. */
  boolean has(LocalDate date) {
    return switch (pace) {
      case IMMEDIATE, DAILY -> true;
      case WEEKLY -> date.getDayOfWeek().getValue() == day;
      case MONTHLY -> date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
    };
  }
}
