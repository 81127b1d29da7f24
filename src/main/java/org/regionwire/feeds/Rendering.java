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
 * @param lastModifiedHeader the same, ready for the wire; empty when it is not known
 * @param contents which items it shows
 * @param deltas what those have not seen who saw the feed before
 */
public record Rendering(
    FeedFormat format,
    Variant identity,
    Variant gzip,
    Instant lastModified,
    CharSequence lastModifiedHeader,
    Contents contents,
    Deltas deltas) {

  static Rendering of(
      FeedFormat format, Variant identity, Instant lastModified, Contents contents) {
    var gzip = Variant.gzip(identity);
    return new Rendering(
        format,
        identity,
        gzip,
        lastModified,
        DateHeader.write(lastModified),
        contents,
        new Deltas());
  }

  /** Of which nobody knows since when it has been so. */
  static Rendering undated(FeedFormat format, Variant identity) {
    return new Rendering(
        format, identity, Variant.gzip(identity), Instant.MAX, "", Contents.NOTHING, new Deltas());
  }

  boolean dated() {
    return lastModifiedHeader.length() > 0;
  }

  int size() {
    return identity.size() + gzip.size() + deltas.size();
  }

  /** Whatever the tags say besides. */
  boolean hasBytesOf(Variant other) {
    return identity.etag().endsWith("." + other.etag().substring(1));
  }

  Rendering showing(Contents present) {
    return new Rendering(format, identity, gzip, lastModified, lastModifiedHeader, present, deltas);
  }
}
