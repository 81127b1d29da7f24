package org.regionwire.digest.composing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regionwire.archive.Archive;
import org.regionwire.digest.letters.Told;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/**
 * What the archive has to say, asked once for all letters that ask the same. It is forgotten when
 * an item has changed or expired since: new items are in nobody's window yet.
 */
final class Lookup {
  /** Of one subscription; what is beyond is in the next letter. */
  static final int MOST = 1000;

  private static final int MOST_WINDOWS = 20_000;

  private final Archive archive;
  private final Map<Window, List<PublishedItem>> windows = new HashMap<>();
  private final Map<Range, List<PublishedItem>> changes = new HashMap<>();
  private long seen;
  private Instant asked = Instant.MIN;
  private Instant expires = Instant.MAX;

  record Window(Selection selection, long after, long upTo) {}

  private record Range(long after, long upTo) {}

  Lookup(Archive archive) {
    this.archive = archive;
  }

  /**
   * To be called before some letters are composed.
   *
   * @return false when everything has to be asked anew
   */
  boolean isStill(Instant now) {
    long last = archive.lastSequence();
    boolean still =
        !now.isBefore(asked)
            && now.isBefore(expires)
            && windows.size() < MOST_WINDOWS
            && (last == seen || archive.changes(seen, last).isEmpty());
    if (!still) {
      windows.clear();
      changes.clear();
      expires = Instant.MAX;
    }
    seen = last;
    asked = now;
    return still;
  }

  /** At most 1,000, oldest first. */
  List<PublishedItem> window(Window window) {
    return windows.computeIfAbsent(
        window, w -> noted(archive.window(w.selection(), w.after(), w.upTo(), MOST, asked)));
  }

  /** Of which readers are told. */
  List<PublishedItem> changes(long after, long upTo) {
    return changes.computeIfAbsent(
        new Range(after, upTo),
        range ->
            noted(archive.changes(range.after(), range.upTo())).stream()
                .filter(Told::isTold)
                .toList());
  }

  PublishedItem present(PublishedItem change) {
    return archive.find(change.id()).orElse(change);
  }

  private List<PublishedItem> noted(List<PublishedItem> items) {
    for (var item : items) {
      item.item().expires().filter(asked::isBefore).ifPresent(this::note);
    }
    return items;
  }

  private void note(Instant end) {
    expires = end.isBefore(expires) ? end : expires;
  }
}
