package org.regionwire.feeds.shelf;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.regionwire.archive.Archive;
import org.regionwire.feeds.ArchiveKey;
import org.regionwire.feeds.formats.FeedPage;
import org.regionwire.feeds.rendering.Rendering;
import org.regionwire.news.PublishedItem;
import org.regionwire.web.Variant;

/**
 * The pages of archived feeds (RFC 5005 section 4), made when they are asked for and kept nowhere.
 */
public final class ArchivePages {
  private final Archive archive;
  private final Chain chain;
  private final PageMaker pages;
  private final Function<FeedPage, byte[]> writer;
  private final Clock clock;

  ArchivePages(
      Archive archive,
      Chain chain,
      PageMaker pages,
      Function<FeedPage, byte[]> writer,
      Clock clock) {
    this.archive = archive;
    this.chain = chain;
    this.pages = pages;
    this.writer = writer;
    this.clock = clock;
  }

  /** What there is at the address of a page. */
  public sealed interface Found {
    /** The page, with no date: nobody remembers when these bytes first were. */
    record Page(Rendering rendering) implements Found {}

    /** More than a page can hold: the newest page of it, from which links lead to the others. */
    record Parts(ArchiveKey newest) implements Found {}
  }

  /** Not as long as there are places in its span that are not given yet. */
  public boolean has(ArchiveKey key) {
    return key.span().upTo() <= archive.lastSequence();
  }

  /** Empty as long as it is not there. */
  public Optional<Found> find(ArchiveKey key) {
    if (!has(key)) {
      return Optional.empty();
    }
    var span = key.span();
    var selection = key.feed().selection();
    var items = archive.ever(selection, span.from() - 1, span.upTo(), Chain.MOST + 1);
    if (items.size() > Chain.MOST) {
      return chain
          .before(selection, span.upTo() + 1)
          .map(newest -> new Found.Parts(new ArchiveKey(key.feed(), newest)));
    }
    return Optional.of(new Found.Page(render(key, items)));
  }

  private Rendering render(ArchiveKey key, List<PublishedItem> items) {
    var selection = key.feed().selection();
    var page =
        pages.archivePage(
            key,
            chain.before(selection, key.span().from()),
            chain.after(selection, key.span()),
            items,
            clock.instant());
    return Rendering.undated(key.feed().format(), Variant.passing(writer.apply(page)));
  }
}
