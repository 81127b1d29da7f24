package org.regionwire.feeds.shelf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.archive.Recent;
import org.regionwire.feeds.Span;
import org.regionwire.feeds.rendering.Contents;
import org.regionwire.news.PublishedItem;

/**
 * What the feeds of a selection show.
 *
 * @param previous the newest page of the archive
 */
record Latest(
    List<PublishedItem> items,
    List<PublishedItem> withdrawn,
    Optional<Span> previous,
    Contents contents) {
  static final Latest NOTHING =
      new Latest(List.of(), List.of(), Optional.empty(), Contents.NOTHING);

  /**
   * @param entries of a feed
   */
  static Latest of(Recent recent, Chain chain, int entries) {
    var shown =
        Stream.concat(recent.standing().stream(), recent.withdrawn().stream())
            .map(PublishedItem::firstSequence)
            .collect(Collectors.toSet());
    return new Latest(
        recent.standing(),
        recent.withdrawn(),
        chain.newest(recent.places(), shown),
        Contents.of(recent.standing(), recent.withdrawn(), entries).over(hidden(recent, shown)));
  }

  private static Set<Long> hidden(Recent recent, Set<Long> shown) {
    var hidden = new HashSet<>(recent.places());
    hidden.removeAll(shown);
    return hidden;
  }
}
