package org.regionwire.region.event;

import java.time.LocalDate;

/** A mention with its year. */
record Dated(Mention mention, LocalDate start, LocalDate end, boolean yearInferred) {

  boolean overlaps(LocalDate from, LocalDate to) {
    return !start.isAfter(to) && !end.isBefore(from);
  }
}
