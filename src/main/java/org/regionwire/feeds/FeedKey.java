package org.regionwire.feeds;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/** Which feed: what it is about, and how it is written. */
public record FeedKey(Selection selection, FeedFormat format) {
  static final String ROOT = "/feeds/";
  static final String EVERYTHING = "all";
  static final String NOT = "!";

  /**
   * The one canonical address, as a path with query: {@code
   * /feeds/malmo+oslo+!lund.rss?kind=event&topic=ict,maritime&lang=sv&q=harbour+%22new+pier%22}.
   */
  public String address() {
    return address("");
  }

  /** Of something that belongs to it: {@code /feeds/malmo<part>.rss?kind=event}. */
  String address(String part) {
    return ROOT + regions() + part + "." + format.extension() + query();
  }

  /** The id of the feed in Atom: a tag URI (RFC 4151), the same whatever host serves it. */
  String tag() {
    return "tag:regionwire.org,2026:feed:" + regions() + query();
  }

  /** What its items are: a calendar has events only. */
  Selection shown() {
    return format == FeedFormat.ICS && selection.kind().isEmpty()
        ? selection.only(Kind.EVENT)
        : selection;
  }

  private String regions() {
    var names = new ArrayList<String>(selection.regions());
    if (names.isEmpty()) {
      names.add(EVERYTHING);
    }
    selection.without().forEach(slug -> names.add(NOT + slug));
    return String.join("+", names);
  }

  /** Slugs and language tags need no escapes. */
  private String query() {
    var pairs = new ArrayList<String>();
    selection.kind().ifPresent(kind -> pairs.add("kind=" + kind.word()));
    if (!selection.topics().isEmpty()) {
      pairs.add("topic=" + String.join(",", selection.topics()));
    }
    if (!selection.languages().isEmpty()) {
      pairs.add("lang=" + String.join(",", selection.languages()));
    }
    if (!selection.words().isEmpty()) {
      pairs.add("q=" + URLEncoder.encode(selection.words().query(), StandardCharsets.UTF_8));
    }
    selection.box().ifPresent(box -> pairs.add("bbox=" + BoxWords.write(box)));
    if (selection.mentions()) {
      pairs.add("mentions=true");
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }
}
