package org.regionwire.feeds;

import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.news.Box;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;
import org.regionwire.region.Regions;

/** Puts items together to the page of a feed. */
final class PageMaker {
  private final String base;
  private final Regions regions;
  private final FeedTitles titles;
  private final EntryMaker entries;

  PageMaker(String base, Regions regions, FeedTitles titles) {
    this.regions = regions;
    this.base = base;
    this.titles = titles;
    this.entries = new EntryMaker(base, titles);
  }

  /**
   * @param withdrawn of the time that the items are of
   */
  FeedPage page(FeedKey key, List<PublishedItem> items, List<PublishedItem> withdrawn) {
    var selection = key.selection();
    return new FeedPage(
        key,
        titles.of(selection),
        "The latest from the wire: " + titles.describe(selection) + ".",
        base + key.address(),
        home(base, selection),
        base + "/",
        Stream.concat(items.stream(), withdrawn.stream())
            .map(PublishedItem::updated)
            .max(Comparator.<Instant>naturalOrder()),
        language(items),
        box(selection),
        items.stream().map(entries::entry).toList(),
        withdrawn.stream().map(Tombstone::of).toList());
  }

  /** The Link header (RFC 8288) of a feed: its hub and itself (WebSub section 4). */
  CharSequence link(FeedKey key) {
    String self = base + key.address();
    return HttpHeaders.createOptimized(
        "<" + base + "/hub>; rel=\"hub\", <" + self + ">; rel=\"self\"");
  }

  private Optional<Box> box(Selection selection) {
    return selection.regions().size() == 1
        ? regions.extent(selection.regions().first())
        : Optional.empty();
  }

  /** The page that is nearest to a feed. */
  static String home(String base, Selection selection) {
    return selection.regions().size() == 1
        ? base + "/regions/" + selection.regions().first()
        : base + "/";
  }

  private static Optional<String> language(List<PublishedItem> items) {
    var languages = items.stream().map(p -> p.item().language()).distinct().toList();
    return languages.size() == 1 ? languages.get(0) : Optional.empty();
  }
}
