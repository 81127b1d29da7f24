package org.regionwire.digest.planning;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Subscriber;
import org.regionwire.digest.Subscription;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.letters.Told;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/** One look at who gets a digest now, a page of persons at a time. */
public final class Planning {
  /** So many persons in one transaction. */
  static final int PAGE = 1000;

  private final Archive archive;
  private final long cut;
  private final Instant now;

  /** Whether a window of one selection has anything, asked once for all who share it. */
  private final Map<Window, Boolean> known = new HashMap<>();

  private List<PublishedItem> changes = List.of();
  private long changesAfter = Long.MAX_VALUE;

  private record Window(Selection selection, long after) {}

  /**
   * @param people how many were looked at
   * @param letters ids of those to send
   */
  record Page(int people, List<String> letters) {}

  public Planning(Archive archive, long cut, Instant now) {
    this.archive = archive;
    this.cut = cut;
    this.now = now;
  }

  Page page(Open open) {
    var people = open.subscribers().lockDue(now, PAGE);
    if (people.isEmpty()) {
      return new Page(0, List.of());
    }
    var ids = people.stream().map(Subscriber::id).toList();
    var subscriptions = open.subscriptions().of(ids);
    var waiting = open.ledger().planned(ids);
    var got = open.editions().got(ids, changed(people), List.of());
    var page = new PlannedPage(cut, now);
    for (var person : people) {
      var going = going(subscriptions.getOrDefault(person.id(), List.of()));
      going.forEach(one -> page.due(one.id(), nextDue(person, one)));
      boolean told = isTold(person, got.getOrDefault(person.id(), Map.of()));
      plan(page, person, going, told, Optional.ofNullable(waiting.get(person.id())));
    }
    return new Page(people.size(), page.write(open, ids));
  }

  /** Those that are due; when the hour of any has come, those too that wait for no hour. */
  private List<Subscription> going(List<Subscription> all) {
    boolean hour = all.stream().anyMatch(one -> one.isDue(now) && !one.cadence().isImmediate());
    return all.stream()
        .filter(Subscription::isActive)
        .filter(one -> one.isDue(now) || hour && one.cadence().isImmediate())
        .toList();
  }

  private Optional<Instant> nextDue(Subscriber person, Subscription one) {
    return one.cadence().isImmediate()
        ? Optional.empty()
        : Optional.of(person.schedule().next(one.cadence(), now).at());
  }

  private void plan(
      PlannedPage page,
      Subscriber person,
      List<Subscription> going,
      boolean told,
      Optional<Letter> waiting) {
    var ids = going.stream().map(Subscription::id).toList();
    if (!told && going.stream().noneMatch(one -> any(new Window(one.selection(), one.cursor())))) {
      if (waiting.isEmpty()) {
        page.nothingFor(person.id(), ids);
      }
      return;
    }
    var letter = letter(person, going, waiting);
    boolean later = waiting.filter(one -> !letter.period().equals(one.period())).isPresent();
    boolean takesItsPlace = waiting.isEmpty() || later && isScheduled(going);
    page.letter(letter, waiting, takesItsPlace);
  }

  /** The next letter of a person, together with what waits already. */
  public Letter next(Subscriber person, List<Subscription> all, Optional<Letter> waiting) {
    return letter(person, going(all), waiting);
  }

  private Letter letter(Subscriber person, List<Subscription> going, Optional<Letter> waiting) {
    var all = new TreeSet<String>();
    going.forEach(one -> all.add(one.id()));
    waiting.ifPresent(letter -> all.addAll(letter.subscriptions()));
    return isScheduled(going)
        ? Letter.digest(person, person.schedule().latest(now).date(), all, cut, now)
        : Letter.atOnce(person, all, cut, now);
  }

  private static boolean isScheduled(List<Subscription> going) {
    return going.stream().anyMatch(one -> !one.cadence().isImmediate());
  }

  private boolean any(Window window) {
    return known.computeIfAbsent(window, this::ask);
  }

  private boolean ask(Window window) {
    return window.after() < cut
        && !archive.window(window.selection(), window.after(), cut, 1, now).isEmpty();
  }

  /** First sequences of what was corrected since the first of them was told. */
  private List<Long> changed(List<Subscriber> people) {
    long after = people.stream().mapToLong(Subscriber::cursor).min().orElse(cut);
    if (after < changesAfter) {
      changes = archive.changes(after, cut).stream().filter(Told::isTold).toList();
      changesAfter = after;
    }
    return changes.stream().map(PublishedItem::firstSequence).distinct().toList();
  }

  private boolean isTold(Subscriber person, Map<Long, Long> got) {
    return told(changes.stream(), person.cursor(), got).findAny().isPresent();
  }

  /** Of these changes, those after the cursor that a person has not got who got the items. */
  public static Stream<PublishedItem> told(
      Stream<PublishedItem> changes, long cursor, Map<Long, Long> got) {
    return changes.filter(
        change ->
            change.sequence() > cursor
                && got.getOrDefault(change.firstSequence(), Long.MAX_VALUE) < change.sequence());
  }
}
