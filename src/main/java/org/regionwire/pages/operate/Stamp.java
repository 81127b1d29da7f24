package org.regionwire.pages.operate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A moment, for people and for machines, in UTC. */
public record Stamp(Instant at) {
  /** {@code 2026-11-22 17:03}. */
  public String text() {
    return machine().substring(0, 16).replace('T', ' ');
  }

  /** To the second. */
  public String machine() {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
