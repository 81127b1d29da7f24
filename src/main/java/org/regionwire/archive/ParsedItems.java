package org.regionwire.archive;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.regionwire.news.PublishedItem;

/**
 * Revisions lately read or written, by sequence, so that a page of fifty with one new item costs
 * the parsing of one. A revision never changes, so nothing here grows stale. Holds documents of at
 * most so many characters together; drops those unused for longest.
 */
final class ParsedItems {
  private record Parsed(PublishedItem item, int characters) {}

  private final long capacity;
  private final Map<Long, Parsed> bySequence = new LinkedHashMap<>(256, 0.75f, true);
  private long held;

  ParsedItems(long capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<PublishedItem> find(long sequence) {
    return Optional.ofNullable(bySequence.get(sequence)).map(Parsed::item);
  }

  synchronized void keep(PublishedItem item, int characters) {
    var before = bySequence.put(item.sequence(), new Parsed(item, characters));
    held += characters - (before == null ? 0 : before.characters());
    Iterator<Parsed> oldest = bySequence.values().iterator();
    while (held > capacity) {
      held -= oldest.next().characters();
      oldest.remove();
    }
  }

  synchronized int size() {
    return bySequence.size();
  }
}
