package org.regionwire.feeds.formats;

/** Writes a page in one format. The same page gives the same bytes. */
public interface FeedWriter {
  Sheet write(FeedPage page);

  static FeedWriter rss() {
    return new RssWriter();
  }

  static FeedWriter atom() {
    return new AtomWriter();
  }

  static FeedWriter json() {
    return new JsonWriter();
  }
}
