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
 * @param updated when this revision was archived, or the one before when it is a minor one; of the
 *     first revision the same as {@code published}
 * @param correction the last material one, this revision's or an earlier one's
 */
public record PublishedItem(
    EnrichedItem enriched,
    long sequence,
    long firstSequence,
    int revision,
    Instant published,
    Instant updated,
    Optional<Correction> correction) {

  /** One without a material correction. */
  public PublishedItem(
      EnrichedItem enriched,
      long sequence,
      long firstSequence,
      int revision,
      Instant published,
      Instant updated) {
    this(enriched, sequence, firstSequence, revision, published, updated, Optional.empty());
  }

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

  /** Whether this revision is the item's withdrawal; its text is that of the revision before. */
  public boolean withdrawn() {
    return item().origin().does(Change.What.WITHDRAWAL);
  }

  /** What the sender says to readers about this revision: what was mended, or why it is gone. */
  public Optional<String> note() {
    return item().origin().change().flatMap(Change::note);
  }

  /** Withdrawn before it was ever published, so that readers know nothing of it. */
  public boolean unborn() {
    return withdrawn() && revision == 1;
  }
}
