package org.regionwire.feeds.rendering;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.formats.Sheet.Cut;
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
 * @param link the Link header: where the hub is, and the feed itself (WebSub section 4); empty
 *     where there is none
 * @param contents which items it shows
 * @param entries where in {@code identity} the entry of a revision is, by its sequence
 * @param deltas what those have not seen who saw the feed before
 */
public record Rendering(
    FeedFormat format,
    Variant identity,
    Variant gzip,
    Instant lastModified,
    CharSequence lastModifiedHeader,
    CharSequence link,
    Contents contents,
    Map<Long, Cut> entries,
    Deltas deltas) {

  public static Rendering of(
      FeedFormat format, Variant identity, Instant lastModified, CharSequence link, Made made) {
    var gzip = Variant.gzip(identity);
    return new Rendering(
        format,
        identity,
        gzip,
        lastModified,
        DateHeader.write(lastModified),
        link,
        made.contents(),
        made.entries(),
        new Deltas());
  }

  /** Of which nobody knows since when it has been so. */
  public static Rendering undated(FeedFormat format, Variant identity) {
    return new Rendering(
        format,
        identity,
        Variant.gzip(identity),
        Instant.MAX,
        "",
        "",
        Contents.NOTHING,
        Map.of(),
        new Deltas());
  }

  /**
   * @param sequence of a revision that is in {@code entries}
   */
  public byte[] entry(long sequence) {
    var cut = Objects.requireNonNull(entries.get(sequence));
    return identity.bytes().getBytes(cut.from(), cut.to());
  }

  public boolean dated() {
    return lastModifiedHeader.length() > 0;
  }

  public int size() {
    return identity.size() + gzip.size() + deltas.size();
  }

  /** Of the bytes alone, without what the tag of a feed says besides ({@link Basis}). */
  public String contentTag() {
    return identity.etag().substring(identity.etag().lastIndexOf('.') + 1).replace("\"", "");
  }

  public boolean hasBytesOf(Variant untagged) {
    return untagged.etag().equals("\"" + contentTag() + "\"");
  }

  public Rendering showing(Contents present) {
    return new Rendering(
        format, identity, gzip, lastModified, lastModifiedHeader, link, present, entries, deltas);
  }
}
