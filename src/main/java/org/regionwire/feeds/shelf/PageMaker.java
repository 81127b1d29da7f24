package org.regionwire.feeds.shelf;

import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.regionwire.feeds.ArchiveKey;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.Span;
import org.regionwire.feeds.entries.EntryMaker;
import org.regionwire.feeds.entries.FeedEntry;
import org.regionwire.feeds.entries.FeedEntry.Category;
import org.regionwire.feeds.entries.Tombstone;
import org.regionwire.feeds.formats.FeedPage;
import org.regionwire.feeds.formats.Neighbours;
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
   * @param shown those of the latest items that get an entry; all of them are told of besides
   */
  FeedPage page(FeedKey key, Latest latest, List<PublishedItem> shown) {
    return page(
        key,
        base + key.address(),
        "The latest",
        shown.stream().map(entries::entry).toList(),
        latest.items(),
        latest.withdrawn(),
        new Neighbours(Optional.empty(), address(key, latest.previous()), Optional.empty()));
  }

  /**
   * @param items all there is of the page, the withdrawn and the expired too
   * @param now says which of them have expired
   */
  FeedPage archivePage(
      ArchiveKey key,
      Optional<Span> previous,
      Optional<Span> next,
      List<PublishedItem> items,
      Instant now) {
    var feed = key.feed();
    var standing = items.stream().filter(item -> !item.withdrawn()).toList();
    return page(
        feed,
        base + key.address(),
        "Older news",
        standing.stream().map(item -> entry(item, now)).toList(),
        standing,
        items.stream().filter(PublishedItem::withdrawn).toList(),
        new Neighbours(
            Optional.of(base + feed.address()), address(feed, previous), address(feed, next)));
  }

  private FeedEntry entry(PublishedItem item, Instant now) {
    var entry = entries.entry(item);
    boolean expired = item.item().expires().filter(end -> !end.isAfter(now)).isPresent();
    return expired ? entry.with(Category.EXPIRED) : entry;
  }

  private Optional<String> address(FeedKey feed, Optional<Span> span) {
    return span.map(one -> base + new ArchiveKey(feed, one).address());
  }

  private FeedPage page(
      FeedKey key,
      String self,
      String what,
      List<FeedEntry> shown,
      List<PublishedItem> items,
      List<PublishedItem> withdrawn,
      Neighbours neighbours) {
    var selection = key.selection();
    return new FeedPage(
        key,
        titles.of(selection),
        what + " from the wire: " + titles.describe(selection) + ".",
        self,
        FeedPage.home(base, selection),
        base + "/",
        Stream.concat(items.stream(), withdrawn.stream())
            .map(PublishedItem::updated)
            .max(Comparator.<Instant>naturalOrder()),
        language(items),
        box(selection),
        shown,
        withdrawn.stream().map(Tombstone::of).toList(),
        neighbours);
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

  private static Optional<String> language(List<PublishedItem> items) {
    var languages = items.stream().map(p -> p.item().language()).distinct().toList();
    return languages.size() == 1 ? languages.get(0) : Optional.empty();
  }
}
