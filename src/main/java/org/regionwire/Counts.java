package org.regionwire;

import java.time.Clock;
import org.regionwire.archive.Database;
import org.regionwire.figures.Tally;
import org.regionwire.figures.Upkeep;

/** What is counted, and what mends itself: for the operator's pages, and for whoever measures. */
record Counts(Tally tally, Upkeep upkeep) {
  static Counts of(Database database, Clock clock) {
    return new Counts(new Tally(database, clock), new Upkeep(clock));
  }
}
