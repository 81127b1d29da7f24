package org.regionwire.pages.items;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.regionwire.news.EnglishDates;

/** Moments in English, for people. */
public final class Times {
  private Times() {}

  /** {@code 9 October 2007, 09:30 (Oslo time)}. */
  static String text(Instant at, ZoneId zone) {
    var there = at.atZone(zone);
    return EnglishDates.day(there.toLocalDate())
        + ", "
        + EnglishDates.hour(there.toLocalTime())
        + " ("
        + EnglishDates.zone(zone)
        + ")";
  }

  /** For the {@code datetime} attribute: UTC, to the second. */
  public static String machine(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
