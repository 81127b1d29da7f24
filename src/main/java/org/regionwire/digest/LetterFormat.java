package org.regionwire.digest;

import java.util.Locale;
import java.util.Optional;

/**
 * How a subscriber wants letters: HTML with the same as text beside it, or text alone; and with a
 * calendar of the events in it, or without.
 */
public enum LetterFormat {
  HTML,
  TEXT,
  HTML_CALENDAR,
  TEXT_CALENDAR;

  /** As it is written in the database: {@code html}, {@code text-calendar}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isHtml() {
    return this == HTML || this == HTML_CALENDAR;
  }

  public boolean hasCalendar() {
    return this == HTML_CALENDAR || this == TEXT_CALENDAR;
  }

  public static LetterFormat of(boolean html, boolean calendar) {
    if (html) {
      return calendar ? HTML_CALENDAR : HTML;
    }
    return calendar ? TEXT_CALENDAR : TEXT;
  }

  public static Optional<LetterFormat> of(String word) {
    for (LetterFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
