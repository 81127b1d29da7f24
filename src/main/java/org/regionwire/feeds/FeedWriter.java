package org.regionwire.feeds;

/** Writes a page in one format. The same page gives the same bytes. */
interface FeedWriter {
  Sheet write(FeedPage page);
}
