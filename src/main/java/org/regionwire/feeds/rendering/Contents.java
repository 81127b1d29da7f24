package org.regionwire.feeds.rendering;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.news.ItemId;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;

/**
 * What a rendering shows, to tell whether news touches it.
 *
 * @param sequences of the revisions shown, or told of as withdrawn
 * @param oldest first sequence of the last entry of a full page: nothing older can get in; 0 while
 *     there is room
 * @param hidden places of others that the link to the archive depends on, as of those that have
 *     expired
 * @param expires when the first of the items does
 */
public record Contents(
    Map<ItemId, Long> sequences, long oldest, Set<Long> hidden, Optional<Instant> expires) {
  public static final Contents NOTHING = new Contents(Map.of(), 0, Set.of(), Optional.empty());

  public Contents {
    sequences = Map.copyOf(sequences);
    hidden = Set.copyOf(hidden);
  }

  public static Contents of(List<PublishedItem> items, List<PublishedItem> withdrawn, int limit) {
    var sequences = new HashMap<ItemId, Long>();
    withdrawn.forEach(item -> sequences.put(item.id(), item.sequence()));
    items.forEach(item -> sequences.put(item.id(), item.sequence()));
    long oldest =
        items.size() < limit
            ? 0
            : items.stream().mapToLong(PublishedItem::firstSequence).min().orElse(0);
    var expires =
        Stream.concat(items.stream(), withdrawn.stream())
            .flatMap(p -> p.item().expires().stream())
            .min(Instant::compareTo);
    return new Contents(sequences, oldest, Set.of(), expires);
  }

  /** Those of these places count that are not older than the feed. */
  public Contents over(Set<Long> places) {
    var near = places.stream().filter(place -> place >= oldest).collect(Collectors.toSet());
    return new Contents(sequences, oldest, near, expires);
  }

  /** Whether a page of {@code selection} with these contents may differ now that there is news. */
  public boolean touchedBy(Heard news, Selection selection) {
    var item = news.item();
    Long shown = sequences.get(item.id());
    if (shown != null) {
      return shown < item.sequence();
    }
    return item.firstSequence() >= oldest
        && (hidden.contains(item.firstSequence()) || news.matches(selection));
  }

  public boolean expiredAt(Instant now) {
    return expires.isPresent() && !expires.get().isAfter(now);
  }
}
