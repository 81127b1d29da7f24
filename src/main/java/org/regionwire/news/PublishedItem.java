package org.regionwire.news;

import java.time.Instant;
import java.util.Optional;

/**
 * An enriched item in the archive. Only the archive makes one.
 *
 * @param sequence the number of this revision: unique, rising in the order of commits, gaps allowed
 * @param firstSequence the sequence of the item's first revision: its place in feeds
 * @param revision 1 for the first
 * @param published when the item was published: the sender's word if it gave one, else the
 *     archive's
 * @param updated when this revision was archived; of the first revision the same as {@code
 *     published}
 */
public record PublishedItem(
    EnrichedItem enriched,
    long sequence,
    long firstSequence,
    int revision,
    Instant published,
    Instant updated) {

  public NewsItem item() {
    return enriched.item();
  }

  public Kind kind() {
    return enriched.kind();
  }

  public Optional<Event> event() {
    return enriched.event();
  }

  public ItemId id() {
    return item().id();
  }
}
