package org.regionwire.pages.operate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A moment, for people and for machines, in UTC. */
public record Stamp(Instant at) {
  /** {@code 2026-11-22 17:03}. */
  public String text() {
    return machine().substring(0, 16).replace('T', ' ');
  }

  /** Empty when there is no end. */
  public static String until(Optional<Instant> end) {
    return end.map(at -> "until " + new Stamp(at).text()).orElse("");
  }

  /** To the second. */
  public String machine() {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
