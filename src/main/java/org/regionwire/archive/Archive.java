package org.regionwire.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/**
 * Every item in its present state, and every revision it ever had. There is one writer; readers are
 * many. All or nothing: a method that throws has stored nothing.
 */
public interface Archive {

  /**
   * Stores accepted items in one transaction, durably, in the given order. Harmless when it runs
   * again: a submission whose key is known gives what was decided the first time. A known item id
   * under a new key is a new revision of that item, unless nothing the reader sees has changed, or
   * it expects another revision than the present one. A withdrawal keeps the item's text; any other
   * submission brings a withdrawn item back.
   *
   * @return one for each of {@code accepted}, in its order
   */
  List<Verdict> decide(List<EnrichedItem> accepted);

  /** What would be decided now about a submission; nothing is stored. */
  Verdict foretell(EnrichedItem accepted);

  /**
   * As {@link #decide}: the revisions that answer.
   *
   * @throws java.util.NoSuchElementException if one expects a revision of an unknown item
   */
  default List<PublishedItem> add(List<EnrichedItem> accepted) {
    return decide(accepted).stream().map(verdict -> verdict.item().orElseThrow()).toList();
  }

  /** The present revision, which may be a withdrawal. */
  Optional<PublishedItem> find(ItemId id);

  /** What was decided about the submission with this key, with its own origin. */
  Optional<Verdict> verdict(String key);

  /** What answers the submission with this key: the revision it made, or the one there was. */
  default Optional<PublishedItem> findByKey(String key) {
    return verdict(key).flatMap(Verdict::item);
  }

  /**
   * The revisions with these sequences, in their order.
   *
   * @throws RuntimeException if one is not in the archive
   */
  List<PublishedItem> bySequence(List<Long> sequences);

  /** Sequences of revisions in the window {@code (after, upTo]}, in their order. */
  List<Long> sequences(long after, long upTo, int limit);

  /** All revisions, oldest first; empty when the item is unknown. */
  List<PublishedItem> revisions(ItemId id);

  /** The newest by first sequence that stand and have not expired at {@code now}, newest first. */
  List<PublishedItem> latest(Selection selection, int limit, Instant now);

  /**
   * What feeds show, at one moment.
   *
   * @param limit of those that stand, and of those withdrawn
   */
  Recent recent(Selection selection, int limit, Instant now);

  /**
   * Items of the selection first published in the window {@code (after, upTo]} of sequences, that
   * stand and have not expired at {@code now}, in their present revision, oldest first.
   */
  List<PublishedItem> window(Selection selection, long after, long upTo, int limit, Instant now);

  /**
   * The revisions in the window {@code (after, upTo]} of sequences that are not the first of their
   * items, oldest first.
   */
  List<PublishedItem> changes(long after, long upTo);

  /**
   * Items of the selection that were ever published, with a first sequence in {@code (after,
   * upTo]}: those that stand, have expired or are withdrawn, in their present revision, newest
   * first.
   */
  List<PublishedItem> ever(Selection selection, long after, long upTo, int limit);

  /** Their first sequences, from the newest or from the oldest on. */
  List<Long> places(Selection selection, long after, long upTo, int limit, boolean newestFirst);

  /**
   * Every region that items are in, and how many that stand and have not expired came in since
   * then, of the newest few thousand.
   */
  Map<String, Integer> countsByRegion(Instant since, Instant now);

  /** The newest items that stand whose event starts on this day, in their present revision. */
  List<PublishedItem> startingOn(LocalDate day, int limit);

  /**
   * Events of the selection that end on {@code from} or later, and have not expired at {@code now},
   * by their start. Those withdrawn are among them. Where there are more than {@code limit}, those
   * to come go before those past, and the near before the far.
   */
  List<PublishedItem> calendar(Selection selection, LocalDate from, int limit, Instant now);

  /** The highest sequence committed, 0 when empty. */
  long lastSequence();

  long count();
}
