package org.regionwire.feeds;

import org.regionwire.news.Kind;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionText;

/** Which feed: what it is about, and how it is written. */
public record FeedKey(Selection selection, FeedFormat format) {
  static final String ROOT = "/feeds/";

  /**
   * The one canonical address, as a path with query: {@code
   * /feeds/malmo+oslo+!lund.rss?kind=event&topic=ict,maritime&lang=sv&q=harbour+%22new+pier%22}.
   */
  public String address() {
    return address("");
  }

  /** Of something that belongs to it: {@code /feeds/malmo<part>.rss?kind=event}. */
  String address(String part) {
    return ROOT
        + SelectionText.regions(selection)
        + part
        + "."
        + format.extension()
        + SelectionText.query(selection);
  }

  /** The id of the feed in Atom: a tag URI (RFC 4151), the same whatever host serves it. */
  public String tag() {
    return "tag:regionwire.org,2026:feed:" + SelectionText.of(selection);
  }

  /** What its items are: a calendar has events only. */
  public Selection shown() {
    return format == FeedFormat.ICS && selection.kind().isEmpty()
        ? selection.only(Kind.EVENT)
        : selection;
  }
}
