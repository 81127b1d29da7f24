package org.regionwire.feeds;

import org.regionwire.news.Selection;

/** Which feed: what it is about, and how it is written. */
public record FeedKey(Selection selection, FeedFormat format) {
  static final String ROOT = "/feeds/";
  static final String EVERYTHING = "all";

  /**
   * The one canonical address, as a path with query: {@code
   * /feeds/malmo+oslo.rss?kind=event&topic=ict,maritime}. Slugs need no escapes.
   */
  public String address() {
    return ROOT + regions() + "." + format.extension() + query();
  }

  /** The id of the feed in Atom: a tag URI (RFC 4151), the same whatever host serves it. */
  String tag() {
    return "tag:regionwire.org,2026:feed:" + regions() + query();
  }

  private String regions() {
    return selection.regions().isEmpty() ? EVERYTHING : String.join("+", selection.regions());
  }

  private String query() {
    String kind = selection.kind().map(k -> "kind=" + k.word()).orElse("");
    String topic =
        selection.topics().isEmpty() ? "" : "topic=" + String.join(",", selection.topics());
    if (kind.isEmpty() && topic.isEmpty()) {
      return "";
    }
    return "?" + kind + (kind.isEmpty() || topic.isEmpty() ? "" : "&") + topic;
  }
}
