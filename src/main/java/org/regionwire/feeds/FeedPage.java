package org.regionwire.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The newest entries of a selection, before they are written in any format.
 *
 * @param updated the newest of the entries; empty when there are none
 * @param language what all entries are written in, when they agree
 */
record FeedPage(
    FeedKey key,
    String title,
    String description,
    String self,
    String home,
    String site,
    Optional<Instant> updated,
    Optional<String> language,
    List<FeedEntry> entries) {
  static final String AUTHOR = "Regionwire";

  FeedPage {
    entries = List.copyOf(entries);
  }

  /** The WebSub hub that tells of changes. */
  String hub() {
    return site + "hub";
  }
}
