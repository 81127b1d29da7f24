package org.regionwire.feeds.formats;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.entries.FeedEntry;
import org.regionwire.feeds.entries.Tombstone;
import org.regionwire.news.Box;
import org.regionwire.news.Selection;

/**
 * The newest entries of a selection, or those of a page of its archive, before they are written in
 * any format.
 *
 * @param updated the newest of the entries or withdrawals; empty when there are none
 * @param box around the region that the feed is of
 * @param language what all entries are written in, when they agree
 * @param tombstones of items withdrawn that would stand among the entries, newest first
 */
public record FeedPage(
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

  public FeedPage {
    entries = List.copyOf(entries);
    tombstones = List.copyOf(tombstones);
  }

  /** The page that is nearest to a feed. */
  public static String home(String base, Selection selection) {
    return selection.regions().size() == 1
        ? base + "/regions/" + selection.regions().first()
        : base + "/";
  }

  /** The same with nothing in it but what has one of these ids. */
  public FeedPage only(Set<String> ids) {
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
