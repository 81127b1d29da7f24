package org.regionwire.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regionwire.news.Box;

/**
 * The newest entries of a selection, or those of a page of its archive, before they are written in
 * any format.
 *
 * @param updated the newest of the entries or withdrawals; empty when there are none
 * @param box around the region that the feed is of
 * @param language what all entries are written in, when they agree
 * @param tombstones of items withdrawn that would stand among the entries, newest first
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
    Optional<Box> box,
    List<FeedEntry> entries,
    List<Tombstone> tombstones,
    Neighbours neighbours) {
  static final String AUTHOR = "Regionwire";

  FeedPage {
    entries = List.copyOf(entries);
    tombstones = List.copyOf(tombstones);
  }

  /** The same with nothing in it but what has one of these ids. */
  FeedPage only(Set<String> ids) {
    return new FeedPage(
        key,
        title,
        description,
        self,
        home,
        site,
        updated,
        language,
        box,
        entries.stream().filter(entry -> ids.contains(entry.id())).toList(),
        tombstones.stream().filter(one -> ids.contains(one.id())).toList(),
        neighbours);
  }

  /** The WebSub hub that tells of changes. */
  String hub() {
    return site + "hub";
  }
}
