package org.regionwire.feeds;

import java.util.EnumSet;
import java.util.Set;

/** Which page of the archive of a feed (RFC 5005 section 4). */
public record ArchiveKey(FeedKey feed, Span span) {
  public static final Set<FeedFormat> FORMATS =
      EnumSet.of(FeedFormat.RSS, FeedFormat.ATOM, FeedFormat.JSON);
  static final String FOLDER = "/archive/";

  /** {@code /feeds/malmo/archive/1-64.atom?kind=event}. */
  public String address() {
    return feed.address(FOLDER + span);
  }
}
