package org.regionwire.feeds;

import java.time.Instant;
import org.regionwire.web.Variant;

/**
 * A feed as ready bytes.
 *
 * @param identity as it is
 * @param gzip the same, compressed (RFC 1952) when somebody first asks for it
 * @param lastModified when these bytes first stood on the shelf, to the second: a time no other
 *     bytes of this feed were ever given, so up to a second ahead of the clock when two changes
 *     fall into one second
 * @param lastModifiedHeader the same, ready for the wire
 * @param link the Link header: where the hub is, and the feed itself (WebSub section 4)
 * @param contents which items it shows
 */
public record Rendering(
    FeedFormat format,
    Variant identity,
    Variant gzip,
    Instant lastModified,
    CharSequence lastModifiedHeader,
    CharSequence link,
    Contents contents) {

  static Rendering of(
      FeedFormat format,
      Variant identity,
      Instant lastModified,
      CharSequence link,
      Contents contents) {
    var gzip = Variant.gzip(identity);
    return new Rendering(
        format, identity, gzip, lastModified, DateHeader.write(lastModified), link, contents);
  }

  int size() {
    return identity.size() + gzip.size();
  }

  Rendering showing(Contents present) {
    return new Rendering(format, identity, gzip, lastModified, lastModifiedHeader, link, present);
  }
}
