package org.regionwire.feeds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a feed can be written: RSS 2.0, Atom 1.0 (RFC 4287), JSON Feed 1.1, iCalendar (RFC 5545). */
public enum FeedFormat {
  RSS("application/rss+xml; charset=utf-8"),
  ATOM("application/atom+xml; charset=utf-8"),
  JSON("application/feed+json"),
  ICS("text/calendar; charset=utf-8");

  private final String mediaType;

  FeedFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As in Content-Type, with parameters. */
  public String mediaType() {
    return mediaType;
  }

  /** As in links: without parameters. */
  public String bareMediaType() {
    int end = mediaType.indexOf(';');
    return end < 0 ? mediaType : mediaType.substring(0, end);
  }

  /** Without the dot. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<FeedFormat> ofExtension(String extension) {
    return Arrays.stream(values()).filter(f -> f.extension().equals(extension)).findFirst();
  }

  static String extensions() {
    return Arrays.stream(values()).map(FeedFormat::extension).collect(Collectors.joining(", "));
  }
}
