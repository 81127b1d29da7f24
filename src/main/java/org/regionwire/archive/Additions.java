package org.regionwire.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.Change.What;
import org.regionwire.news.Correction;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.ItemId;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;

/** What a batch of accepted items changes, worked out before anything is written. */
final class Additions {
  /** A submission not known before, and what answers it. */
  record Answered(Origin origin, PublishedItem by, Verdict.Outcome outcome) {}

  /** The state of an item before the batch, when it had one, and after it. */
  record Change(Optional<PublishedItem> before, PublishedItem after) {}

  private final Instant now;
  private final Map<String, Verdict> byKey;
  private final Map<ItemId, PublishedItem> present;
  private final Map<ItemId, Change> changes = new LinkedHashMap<>();
  private final List<PublishedItem> revisions = new ArrayList<>();
  private final List<Answered> answered = new ArrayList<>();
  private final List<EnrichedItem> held = new ArrayList<>();
  private long lastSequence;

  /**
   * @param byKey what was decided about the known ones among the keys
   * @param present the present states of the known ones among the items
   */
  Additions(
      Instant now,
      long lastSequence,
      Map<String, Verdict> byKey,
      Map<ItemId, PublishedItem> present) {
    this.now = now;
    this.lastSequence = lastSequence;
    this.byKey = new HashMap<>(byKey);
    this.present = new HashMap<>(present);
  }

  Verdict decide(EnrichedItem accepted) {
    var origin = accepted.item().origin();
    var known = byKey.get(origin.key());
    if (known != null) {
      return known;
    }
    if (waits(accepted)) {
      held.add(accepted);
      return Verdict.held(Optional.ofNullable(present.get(accepted.item().id())));
    }
    var before = Optional.ofNullable(present.get(accepted.item().id()));
    var verdict = judge(before.map(b -> after(b, accepted)).orElse(accepted), before);
    byKey.put(origin.key(), verdict);
    verdict.item().ifPresent(by -> answered.add(new Answered(origin, by, verdict.outcome())));
    return verdict;
  }

  /** A withdrawal carries the item's time, but waits for nothing. */
  private boolean waits(EnrichedItem accepted) {
    return !accepted.item().origin().does(What.WITHDRAWAL)
        && accepted.item().publishAt().filter(now::isBefore).isPresent();
  }

  /** Whoever sent it may not have known of what came before. */
  private static EnrichedItem after(PublishedItem before, EnrichedItem accepted) {
    return accepted.from(accepted.item().origin().after(before.item().origin()));
  }

  private Verdict judge(EnrichedItem accepted, Optional<PublishedItem> before) {
    if (!expects(accepted, before)) {
      return Verdict.lost(before);
    }
    if (before.isPresent() && (isLate(accepted, before.get()) || isSame(accepted, before.get()))) {
      return Verdict.unchanged(before.get());
    }
    return Verdict.stored(revise(accepted, before));
  }

  private static boolean expects(EnrichedItem accepted, Optional<PublishedItem> before) {
    var expected = accepted.item().origin().change().map(c -> c.expects()).orElse(List.of());
    return expected.isEmpty() || before.filter(b -> expected.contains(b.revision())).isPresent();
  }

  /** What waited for its time does not undo what was sent after it. */
  private static boolean isLate(EnrichedItem accepted, PublishedItem before) {
    return accepted.item().publishAt().isPresent()
        && accepted.item().origin().received().isBefore(before.item().origin().received());
  }

  private static boolean isSame(EnrichedItem accepted, PublishedItem before) {
    var origin = accepted.item().origin();
    if (before.withdrawn() || origin.does(What.WITHDRAWAL)) {
      return before.withdrawn() && origin.does(What.WITHDRAWAL);
    }
    return !origin.does(What.MATERIAL) && Seen.of(before.enriched()).equals(Seen.of(accepted));
  }

  private PublishedItem revise(EnrichedItem accepted, Optional<PublishedItem> before) {
    long sequence = ++lastSequence;
    var after =
        before.map(b -> next(b, accepted, sequence)).orElseGet(() -> first(accepted, sequence));
    var initial = Optional.ofNullable(changes.get(after.id())).map(Change::before).orElse(before);
    changes.put(after.id(), new Change(initial, after));
    present.put(after.id(), after);
    revisions.add(after);
    return after;
  }

  /** A millisecond has many: no two revisions are of one moment. */
  private Instant moment() {
    return now.plus(revisions.size(), ChronoUnit.MICROS);
  }

  private PublishedItem first(EnrichedItem accepted, long sequence) {
    var published = accepted.item().written().filter(w -> !w.isAfter(now)).orElse(moment());
    return new PublishedItem(accepted, sequence, sequence, 1, published, published);
  }

  private PublishedItem next(PublishedItem before, EnrichedItem accepted, long sequence) {
    var origin = accepted.item().origin();
    var updated = updated(before, origin);
    return new PublishedItem(
        // A withdrawal brings no text: what is taken back is what stands there now.
        origin.does(What.WITHDRAWAL) ? before.enriched().from(origin) : accepted,
        sequence,
        before.firstSequence(),
        before.revision() + 1,
        before.published(),
        updated,
        origin
            .change()
            .filter(change -> change.what() == What.MATERIAL)
            .flatMap(change -> change.note().map(note -> new Correction(note, updated)))
            .or(before::correction));
  }

  /** A clock that was set back does not make an item older. */
  private Instant updated(PublishedItem before, Origin origin) {
    var last = before.updated();
    if (before.withdrawn()) {
      // RFC 6721: an entry is back when it is younger than its tombstone, to the second in feeds.
      var younger = last.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      return now.isBefore(younger) ? younger : moment();
    }
    return origin.does(What.MINOR) || now.isBefore(last) ? last : moment();
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

  /** What waits for its time, in the order in which it came. */
  List<EnrichedItem> held() {
    return held;
  }

  long lastSequence() {
    return lastSequence;
  }

  long newItems() {
    return changes.values().stream().filter(change -> change.before().isEmpty()).count();
  }
}
