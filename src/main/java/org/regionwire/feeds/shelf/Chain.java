package org.regionwire.feeds.shelf;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.regionwire.archive.Archive;
import org.regionwire.feeds.Span;
import org.regionwire.news.Selection;

/**
 * Which archive pages follow each other. From page to page back, the spans never meet and leave out
 * no item; they are as wide as a page can hold. What leads where depends on nothing but the places
 * of the selection's own items.
 */
final class Chain {
  /** Entries of a page. */
  static final int MOST = 128;

  private final Archive archive;
  private final int step;

  /**
   * @param entries of the current feed
   */
  Chain(Archive archive, int entries) {
    this.archive = archive;
    this.step = Math.min(MOST, Integer.highestOneBit(entries));
  }

  /**
   * The page to go to from the current feed: what the feed does not show is in it or in those
   * before it. It meets the feed, so that it is not another one with every item.
   *
   * @param places newest first, one more than are shown at least, unless that is all
   * @param shown first sequences of what the feed shows or tells of
   */
  Optional<Span> newest(List<Long> places, Set<Long> shown) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    long last = places.get(0);
    long full = last / step * step;
    return places.stream()
        .filter(place -> place <= full || !shown.contains(place))
        .findFirst()
        .map(place -> widest(place, span -> span.size() <= step && span.upTo() <= last));
  }

  /** The page that ends before this place. */
  Optional<Span> before(Selection selection, long place) {
    var places = archive.places(selection, 0, place - 1, MOST + 1, true);
    return places.stream()
        .findFirst()
        .map(first -> widest(first, span -> span.upTo() < place && fits(places, span)));
  }

  /** A page after this one, not wider than it: none before that much is full. */
  Optional<Span> after(Selection selection, Span page) {
    var places = archive.places(selection, page.upTo(), Long.MAX_VALUE, MOST + 1, false);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    long first = places.get(0);
    long end = Span.around(first, page.size()).upTo();
    if (archive.places(selection, end - 1, Long.MAX_VALUE, 1, true).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(widest(first, span -> span.size() <= page.size() && fits(places, span)));
  }

  private static boolean fits(List<Long> places, Span span) {
    return places.stream().filter(span::holds).count() <= MOST;
  }

  private static Span widest(long place, Predicate<Span> allowed) {
    var span = Span.around(place, 1);
    while (allowed.test(span.wider())) {
      span = span.wider();
    }
    return span;
  }
}
