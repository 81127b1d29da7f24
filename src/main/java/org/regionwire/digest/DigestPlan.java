package org.regionwire.digest;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.digest.JdbiBooks.Open;
import org.regionwire.news.Selection;

/** Decides who gets a digest now, and writes it into the ledger. */
public final class DigestPlan {
  private final JdbiBooks books;
  private final Archive archive;

  /** Whether a window of one selection is empty, asked once for all who share it. */
  private record Window(Selection selection, long after) {}

  public DigestPlan(Database database, Archive archive) {
    this.books = new JdbiBooks(database);
    this.archive = archive;
  }

  /**
   * Plans a digest for everyone whose hour has come and who has something new to read: one, however
   * many periods went by since the last. It holds what came since that one was settled, up to now.
   *
   * @return ids of the letters to send
   */
  public List<String> due(Instant now) {
    long cut = archive.lastSequence();
    var known = new HashMap<Window, Boolean>();
    return books.read(open -> open.subscribers().due(now)).stream()
        .flatMap(person -> plan(person, cut, now, known).stream())
        .toList();
  }

  private Optional<String> plan(
      Subscriber person, long cut, Instant now, Map<Window, Boolean> known) {
    var active = books.read(open -> open.subscriptions().active(person.id()));
    boolean news =
        active.stream()
            .map(one -> new Window(one.selection(), Math.max(one.since(), person.cursor())))
            .anyMatch(window -> known.computeIfAbsent(window, asked -> any(asked, cut, now)));
    return books.write(open -> write(open, person, cut, now, news));
  }

  private boolean any(Window window, long cut, Instant now) {
    return window.after() < cut
        && !archive.window(window.selection(), window.after(), cut, 1, now).isEmpty();
  }

  /** What was read before the lock may have changed; then the next run decides anew. */
  private static Optional<String> write(
      Open open, Subscriber read, long cut, Instant now, boolean news) {
    var person = open.subscribers().lock(read.id());
    if (!person.equals(Optional.of(read))
        || !open.subscribers().isDue(read.id(), now)
        || open.ledger().hasUnsettledDigest(read.id())) {
      return Optional.empty();
    }
    var letter = Letter.digest(read, read.schedule().latest(now).date(), cut, now);
    open.ledger().cancelPlannedDigests(read.id(), letter.period(), now);
    open.subscribers().nextDue(read.id(), read.schedule().next(now).at());
    if (!news) {
      open.subscribers().moveCursor(read.id(), cut);
      return Optional.empty();
    }
    return open.ledger().plan(letter) ? Optional.of(letter.id()) : Optional.empty();
  }
}
