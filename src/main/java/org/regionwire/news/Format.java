package org.regionwire.news;

import java.util.Locale;
import java.util.Optional;

/** The ways a submission can be written. */
public enum Format {
  JSON("application/json", "json"),
  ATOM_ENTRY("application/atom+xml", "xml"),
  MARKDOWN("text/markdown", "md"),
  ICALENDAR("text/calendar", "ics");

  private final String mediaType;
  private final String extension;

  Format(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** By a Content-Type with or without parameters; letter case does not matter (RFC 9110 8.3.1). */
  public static Optional<Format> ofMediaType(String contentType) {
    int end = contentType.indexOf(';');
    String bare = (end < 0 ? contentType : contentType.substring(0, end)).strip();
    for (Format format : values()) {
      if (format.mediaType.equalsIgnoreCase(bare)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  public static Optional<Format> ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (Format format : values()) {
      if (lower.endsWith("." + format.extension)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
