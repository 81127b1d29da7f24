package org.regionwire.digest;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.regionwire.archive.Archive;
import org.regionwire.digest.letters.Pick;
import org.regionwire.digest.letters.Told;
import org.regionwire.digest.letters.WishWords;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.SameEvents;

/** What one digest has to say: each item once, with the names of all it was asked for by. */
final class Gathering {
  /** Of one subscription; what is beyond is in the next letter. */
  private static final int MOST = 1000;

  private final Letter letter;
  private final Archive archive;
  private final JdbiBooks books;
  private final Instant now;
  private final Map<ItemId, PublishedItem> items = new LinkedHashMap<>();
  private final Map<ItemId, Set<String>> labels = new HashMap<>();
  private long upTo;

  Gathering(Letter letter, Archive archive, JdbiBooks books, Instant now) {
    this.letter = letter;
    this.archive = archive;
    this.books = books;
    this.now = now;
    this.upTo = letter.upTo();
  }

  void add(Subscription subscription, WishWords words, String language) {
    var selection = subscription.selection();
    if (subscription.cursor() >= letter.upTo()) {
      return;
    }
    var window = archive.window(selection, subscription.cursor(), letter.upTo(), MOST, now);
    if (window.size() == MOST) {
      upTo = Math.min(upTo, window.get(MOST - 1).firstSequence());
    }
    for (var item : window) {
      items.put(item.id(), item);
      labels
          .computeIfAbsent(item.id(), id -> new TreeSet<>())
          .addAll(words.labels(selection, item.enriched(), language));
    }
  }

  long upTo() {
    return upTo;
  }

  /** What is new to this person, items about one event together. */
  List<Pick> picks(SameEvents sameEvents) {
    var found = items.values().stream().filter(item -> item.firstSequence() <= upTo).toList();
    var got = got(found.stream().map(PublishedItem::firstSequence).toList());
    var fresh = found.stream().filter(item -> !got.containsKey(item.firstSequence())).toList();
    return sameEvents.together(fresh).stream().map(this::pick).toList();
  }

  /** What this person got and that is otherwise now, the latest change of each. */
  List<Told> told() {
    var changes = archive.changes(letter.after(), upTo).stream().filter(Told::isTold).toList();
    var got = got(changes.stream().map(PublishedItem::firstSequence).distinct().toList());
    var latest = new TreeMap<Long, PublishedItem>();
    Planning.told(changes.stream(), letter.after(), got)
        .forEach(change -> latest.merge(change.firstSequence(), change, Gathering::graver));
    return latest.values().stream()
        .filter(change -> change.item().expires().filter(now::isAfter).isEmpty())
        .map(this::told)
        .toList();
  }

  private Map<Long, Long> got(List<Long> items) {
    var all =
        books.read(open -> open.editions().got(List.of(letter.subscriber()), items, letter.id()));
    return all.getOrDefault(letter.subscriber(), Map.of());
  }

  /** The later one, unless it says less. */
  private static PublishedItem graver(PublishedItem before, PublishedItem after) {
    return Told.how(after).compareTo(Told.how(before)) < 0 && !before.withdrawn() ? before : after;
  }

  private Told told(PublishedItem change) {
    var present = archive.find(change.id()).orElse(change);
    return present.withdrawn()
        ? new Told(present, Told.how(present), present.note())
        : new Told(present, Told.how(change), change.note());
  }

  /** Shown is the one whose sender says when the event is, if there is one. */
  private Pick pick(List<PublishedItem> group) {
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
    return new Edition(shown);
  }
}
