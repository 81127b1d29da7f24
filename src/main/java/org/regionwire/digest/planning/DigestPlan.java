package org.regionwire.digest.planning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.digest.books.JdbiBooks;

/** Decides who gets a digest now, and writes it into the ledger. */
public final class DigestPlan {
  /** In one run; the next one goes on. */
  private static final int MOST_PAGES = 50;

  private final JdbiBooks books;
  private final Archive archive;
  private final Hearing hearing;

  public DigestPlan(Database database, Archive archive) {
    this.books = new JdbiBooks(database);
    this.archive = archive;
    this.hearing = new Hearing(books, archive);
  }

  /**
   * Plans a digest for everyone whose hour has come and who has something new to read: one, however
   * many periods went by since the last. It holds what came since that one was settled, up to now.
   *
   * @return ids of the letters to send
   */
  public List<String> due(Instant now) {
    long cut = archive.lastSequence();
    hearing.hear(cut, now);
    var planning = new Planning(archive, cut, now);
    List<String> letters = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      var planned = books.write(planning::page);
      letters.addAll(planned.letters());
      if (planned.people() < Planning.PAGE) {
        break;
      }
    }
    return letters;
  }
}
