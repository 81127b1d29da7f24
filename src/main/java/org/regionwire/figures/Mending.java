package org.regionwire.figures;

import java.time.Duration;

/** What looks for lost work, and how often. */
public enum Mending {
  REMINDERS(Duration.ofSeconds(10), "Letters reminded of: lost, deferred or in doubt"),
  OVERLOOKED(Duration.ofSeconds(1), "News shown that nobody had announced here"),
  EMBARGOES(Duration.ofSeconds(1), "Embargoed items whose time had come"),
  ERASING(Duration.ofHours(1), "What was kept long enough is erased");

  private final Duration each;
  private final String words;

  Mending(Duration each, String words) {
    this.each = each;
    this.words = words;
  }

  /** How often it looks. */
  public Duration each() {
    return each;
  }

  public String words() {
    return words;
  }
}
