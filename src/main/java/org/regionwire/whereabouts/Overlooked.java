package org.regionwire.whereabouts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.regionwire.archive.Archive;
import org.regionwire.news.PublishedItem;

/**
 * News that no announcement told this node of: it was not connected when they were announced, or
 * who archived them died before. Sequences rise in the order of commits, so whoever looks into the
 * archive has seen everything up to the last one.
 */
public final class Overlooked {
  private static final int MOST = 1_000;

  private final Archive archive;
  private final boolean several;
  private final IntConsumer found;
  private final Set<Long> told = new HashSet<>();
  private long seen;

  /**
   * @param several whether there may be other nodes; one that is alone overlooks nothing
   * @param found told after each look how many it found
   */
  public Overlooked(Archive archive, boolean several, IntConsumer found) {
    this.archive = archive;
    this.several = several;
    this.found = found;
    this.seen = archive.lastSequence();
  }

  /** These were announced. */
  public synchronized void told(List<PublishedItem> announced) {
    if (!several) {
      return;
    }
    announced.stream().map(PublishedItem::sequence).filter(one -> one > seen).forEach(told::add);
  }

  /** What came since the last look and was not announced, some of it at a time, in its order. */
  public synchronized List<PublishedItem> find() {
    var missed = missed();
    found.accept(missed.size());
    return missed;
  }

  private List<PublishedItem> missed() {
    long last = archive.lastSequence();
    if (last == seen) {
      return List.of();
    }
    var sequences = archive.sequences(seen, last, MOST);
    seen = sequences.size() < MOST ? last : sequences.get(MOST - 1);
    var missed = sequences.stream().filter(one -> !told.contains(one)).toList();
    told.removeIf(one -> one <= seen);
    return missed.isEmpty() ? List.of() : archive.bySequence(missed);
  }
}
