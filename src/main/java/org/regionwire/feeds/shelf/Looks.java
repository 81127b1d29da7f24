package org.regionwire.feeds.shelf;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.news.Selection;

/**
 * What feeds that are rendered together share: a look into the archive for all formats of a
 * selection, and the entries that were written, for all feeds of a format.
 */
final class Looks {
  private final AtomicLong ticks;
  private final Function<Selection, Latest> archive;
  private final ConcurrentHashMap<Selection, Look> shared = new ConcurrentHashMap<>();
  private final Map<FeedFormat, Map<Long, byte[]>> entries = new ConcurrentHashMap<>();

  /**
   * @param began a number that rises with every look
   * @param ended another
   */
  record Look(Latest latest, long began, long ended) {}

  /**
   * @param ticks the same of all looks into one archive
   */
  Looks(AtomicLong ticks, Function<Selection, Latest> archive) {
    this.ticks = ticks;
    this.archive = archive;
  }

  /**
   * A look that began after another one ended, so that it sees all that the other saw.
   *
   * @param ended of the look that is shown now; 0 when there is none
   */
  Look after(long ended, Selection selection) {
    var look = shared.computeIfAbsent(selection, this::look);
    return look.began() > ended ? look : look(selection);
  }

  /** Written entries by the sequence of their revision, to be read and added to. */
  Map<Long, byte[]> entries(FeedFormat format) {
    return entries.computeIfAbsent(format, f -> new ConcurrentHashMap<>());
  }

  private Look look(Selection selection) {
    long began = ticks.incrementAndGet();
    var latest = archive.apply(selection);
    return new Look(latest, began, ticks.incrementAndGet());
  }
}
