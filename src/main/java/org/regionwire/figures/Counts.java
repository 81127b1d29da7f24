package org.regionwire.figures;

import java.time.Clock;
import org.regionwire.archive.Database;

/** What is counted, and what mends itself: for the operator's pages, and for whoever measures. */
public record Counts(Tally tally, Upkeep upkeep) {
  public static Counts of(Database database, Clock clock) {
    return new Counts(new Tally(database, clock), new Upkeep(clock));
  }
}
