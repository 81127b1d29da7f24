package org.regionwire.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;

/** What a batch of accepted items changes, worked out before anything is written. */
final class Additions {
  /** A submission not known before, and the revision that answers it. */
  record Answered(Origin origin, PublishedItem by) {}

  /** The state of an item before the batch, when it had one, and after it. */
  record Change(Optional<PublishedItem> before, PublishedItem after) {}

  private final Instant now;
  private final Map<String, PublishedItem> byKey;
  private final Map<ItemId, PublishedItem> present;
  private final Map<ItemId, Change> changes = new LinkedHashMap<>();
  private final List<PublishedItem> revisions = new ArrayList<>();
  private final List<Answered> answered = new ArrayList<>();
  private long lastSequence;

  /**
   * @param byKey what was stored for the known ones among the keys
   * @param present the present states of the known ones among the items
   */
  Additions(
      Instant now,
      long lastSequence,
      Map<String, PublishedItem> byKey,
      Map<ItemId, PublishedItem> present) {
    this.now = now;
    this.lastSequence = lastSequence;
    this.byKey = new HashMap<>(byKey);
    this.present = new HashMap<>(present);
  }

  PublishedItem add(EnrichedItem accepted) {
    var origin = accepted.item().origin();
    var known = byKey.get(origin.key());
    if (known != null) {
      return known;
    }
    var stored = revise(accepted);
    byKey.put(origin.key(), stored);
    answered.add(new Answered(origin, stored));
    return stored;
  }

  private PublishedItem revise(EnrichedItem accepted) {
    var before = Optional.ofNullable(present.get(accepted.item().id()));
    if (before.isPresent() && Seen.of(before.get().enriched()).equals(Seen.of(accepted))) {
      return before.get();
    }
    long sequence = ++lastSequence;
    var after =
        before.map(b -> next(b, accepted, sequence)).orElseGet(() -> first(accepted, sequence));
    var initial = Optional.ofNullable(changes.get(after.id())).map(Change::before).orElse(before);
    changes.put(after.id(), new Change(initial, after));
    present.put(after.id(), after);
    revisions.add(after);
    return after;
  }

  private PublishedItem first(EnrichedItem accepted, long sequence) {
    var published = accepted.item().written().filter(w -> !w.isAfter(now)).orElse(now);
    return new PublishedItem(accepted, sequence, sequence, 1, published, published);
  }

  /** A clock that was set back does not make an item older. */
  private PublishedItem next(PublishedItem before, EnrichedItem accepted, long sequence) {
    return new PublishedItem(
        accepted,
        sequence,
        before.firstSequence(),
        before.revision() + 1,
        before.published(),
        now.isBefore(before.updated()) ? before.updated() : now);
  }

  List<Change> changes() {
    return List.copyOf(changes.values());
  }

  /** In the order of their sequences. */
  List<PublishedItem> revisions() {
    return revisions;
  }

  List<Answered> answered() {
    return answered;
  }

  long lastSequence() {
    return lastSequence;
  }

  long newItems() {
    return changes.values().stream().filter(change -> change.before().isEmpty()).count();
  }
}
