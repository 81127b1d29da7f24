package org.regionwire.digest.composing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regionwire.digest.Edition;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.letters.Pick;
import org.regionwire.digest.letters.Told;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.digest.planning.Planning;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.SameEvents;

/** What one digest has to say: each item once, with the names of all it was asked for by. */
final class Gathering {
  private final Letter letter;
  private final List<Subscription> parts;
  private final Lookup lookup;
  private Map<Long, Long> got = Map.of();
  private final long upTo;

  /**
   * @param active subscriptions of the person
   */
  Gathering(Letter letter, List<Subscription> active, Lookup lookup) {
    this.letter = letter;
    this.lookup = lookup;
    this.parts =
        active.stream().filter(one -> letter.isFor(one) && one.cursor() < letter.upTo()).toList();
    this.upTo = parts.stream().mapToLong(this::end).min().orElse(letter.upTo());
  }

  /** Of a window that is too full the rest is for the next letter. */
  private long end(Subscription part) {
    var window = lookup.window(window(part));
    return window.size() == Lookup.MOST
        ? window.get(Lookup.MOST - 1).firstSequence()
        : letter.upTo();
  }

  private Lookup.Window window(Subscription part) {
    return new Lookup.Window(part.selection(), part.cursor(), letter.upTo());
  }

  Letter letter() {
    return letter;
  }

  long upTo() {
    return upTo;
  }

  /** First sequences of all that it may be about. */
  Set<Long> candidates() {
    var all = new HashSet<Long>();
    parts.forEach(
        part -> lookup.window(window(part)).forEach(item -> all.add(item.firstSequence())));
    changes().forEach(item -> all.add(item.firstSequence()));
    return all;
  }

  /**
   * @param last of items that this person got, by first sequence, the last revision of each
   */
  void without(Map<Long, Long> last) {
    this.got = last;
  }

  /** What decides about the contents: the same for all whose digests say the same. */
  List<Object> key() {
    var key = new ArrayList<Object>();
    parts.forEach(part -> key.add(window(part)));
    key.add(upTo);
    key.add(known());
    told(changes()).forEach(change -> key.add(change.sequence()));
    return key;
  }

  private Set<Long> known() {
    if (got.isEmpty()) {
      return Set.of();
    }
    var known = new HashSet<Long>();
    parts.forEach(
        part ->
            lookup.window(window(part)).stream()
                .map(PublishedItem::firstSequence)
                .filter(got::containsKey)
                .forEach(known::add));
    return known;
  }

  private List<PublishedItem> fresh() {
    Map<ItemId, PublishedItem> items = new LinkedHashMap<>();
    for (var part : parts) {
      for (var item : lookup.window(window(part))) {
        if (item.firstSequence() <= upTo && !got.containsKey(item.firstSequence())) {
          items.put(item.id(), item);
        }
      }
    }
    return List.copyOf(items.values());
  }

  /** What is new to this person, items about one event together. */
  List<Pick> picks(SameEvents sameEvents, WishWords words, String language) {
    Map<ItemId, Set<String>> labels = new HashMap<>();
    for (var part : parts) {
      for (var item : lookup.window(window(part))) {
        labels
            .computeIfAbsent(item.id(), id -> new TreeSet<>())
            .addAll(words.labels(part.selection(), item.enriched(), language));
      }
    }
    return sameEvents.together(fresh()).stream().map(group -> pick(group, labels)).toList();
  }

  /** What this person got and that is otherwise now, the latest change of each. */
  List<Told> told(Instant now) {
    var latest = new TreeMap<Long, PublishedItem>();
    told(changes())
        .forEach(change -> latest.merge(change.firstSequence(), change, Gathering::graver));
    return latest.values().stream()
        .filter(change -> change.item().expires().filter(now::isAfter).isEmpty())
        .map(this::told)
        .toList();
  }

  private List<PublishedItem> changes() {
    return lookup.changes(letter.after(), upTo);
  }

  private List<PublishedItem> told(List<PublishedItem> changes) {
    return Planning.told(changes.stream(), letter.after(), got).toList();
  }

  /** The later one, unless it says less. */
  private static PublishedItem graver(PublishedItem before, PublishedItem after) {
    return Told.how(after).compareTo(Told.how(before)) < 0 && !before.withdrawn() ? before : after;
  }

  private Told told(PublishedItem change) {
    var present = lookup.present(change);
    return present.withdrawn()
        ? new Told(present, Told.how(present), present.note())
        : new Told(present, Told.how(change), change.note());
  }

  /** Shown is the one whose sender says when the event is, if there is one. */
  private static Pick pick(List<PublishedItem> group, Map<ItemId, Set<String>> labels) {
    var all = new TreeSet<String>();
    group.forEach(item -> all.addAll(labels.getOrDefault(item.id(), Set.of())));
    var first = group.stream().filter(i -> i.item().event().isPresent()).findFirst();
    var shown = first.orElse(group.get(0));
    var also = group.stream().filter(item -> item != shown).toList();
    return new Pick(shown, List.copyOf(all), also);
  }

  static Edition edition(List<Pick> picks, List<Told> told) {
    var shown = new TreeMap<Long, Long>();
    picks.forEach(
        pick -> {
          shown.put(pick.published().firstSequence(), pick.published().sequence());
          pick.also().forEach(item -> shown.put(item.firstSequence(), item.sequence()));
        });
    told.forEach(one -> shown.put(one.published().firstSequence(), one.published().sequence()));
    return Edition.of(shown);
  }
}
