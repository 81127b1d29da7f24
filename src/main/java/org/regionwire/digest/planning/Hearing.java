package org.regionwire.digest.planning;

import java.time.Instant;
import java.util.List;
import org.regionwire.archive.Archive;
import org.regionwire.digest.Cadence;
import org.regionwire.digest.books.JdbiBooks;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.letters.Told;
import org.regionwire.news.Change.What;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchText;
import org.regionwire.news.Selection;

/**
 * Hears what must not wait for its hour: something new for those who want it at once, and a
 * material correction for everyone who got what was wrong.
 */
final class Hearing {
  /** Sequences heard in one transaction. */
  private static final int MOST = 1000;

  private final JdbiBooks books;
  private final Archive archive;

  Hearing(JdbiBooks books, Archive archive) {
    this.books = books;
    this.archive = archive;
  }

  /** Hears everything up to this sequence, some of it at a time. */
  void hear(long upTo, Instant now) {
    boolean more = books.read(open -> open.hearing().heard()) < upTo;
    while (more) {
      more = books.write(open -> hear(open, upTo, now));
    }
  }

  /** Whether there is more. */
  private boolean hear(Open open, long upTo, Instant now) {
    long heard = open.hearing().lock();
    // Sequences have gaps, after a restore long ones.
    var sequences = archive.sequences(heard, upTo, MOST);
    long to = sequences.size() < MOST ? upTo : sequences.get(MOST - 1);
    var waiting = open.subscriptions().waitingSelections();
    // Items are read only when somebody waits for some: that is most of the work.
    List<PublishedItem> items =
        waiting.isEmpty() ? List.of() : archive.window(Selection.ALL, heard, to, MOST, now);
    var wanted = waiting.stream().filter(selection -> matchesAny(selection, items)).toList();
    open.subscriptions().wake(wanted, now.plus(Cadence.GATHERING));
    for (var change : archive.changes(heard, to)) {
      if (Told.how(change) == What.MATERIAL) {
        var people = open.editions().peopleWith(change.firstSequence());
        open.subscribers().dueAtOnce(people, now);
      }
    }
    if (to > heard) {
      open.hearing().heard(to);
    }
    return to < upTo;
  }

  private static boolean matchesAny(Selection selection, List<PublishedItem> items) {
    return items.stream()
        .anyMatch(item -> selection.matches(item.enriched(), () -> SearchText.of(item.item())));
  }
}
