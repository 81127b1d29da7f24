package org.regionwire.news;

import java.time.LocalDate;
import java.time.ZoneId;

/** How a language says when something is. */
public interface DateWords {
  /** With its day of the week. */
  String day(LocalDate date);

  /**
   * @param hour as {@code 09:30}
   */
  String until(String hour);

  /** Whose clocks are meant. */
  String zone(ZoneId zone);
}
