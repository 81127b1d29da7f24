package org.regionwire.feeds.rendering;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.regionwire.news.PublishedItem;

/**
 * What tells which entries of a feed a reader has not seen. It stands in the feed's tag, so that
 * nothing has to be remembered of any tag.
 *
 * @param sequence of the newest revision the reader was shown or told of
 * @param oldest place of the last entry the reader was shown; 0 when that was everything
 */
public record Basis(long sequence, long oldest) {
  private static final int RADIX = Character.MAX_RADIX;
  private static final Pattern TAG =
      Pattern.compile("\"([0-9a-z]{1,12})\\.([0-9a-z]{1,12})\\.[\\w-]+\"");

  public static Basis of(Contents contents) {
    long newest = contents.sequences().values().stream().mapToLong(Long::longValue).max().orElse(0);
    return new Basis(newest, contents.oldest());
  }

  /** Of the newest of the tags in If-None-Match that are ours. */
  public static Optional<Known> newest(String tags) {
    return TAG.matcher(tags)
        .results()
        .map(
            tag ->
                new Known(
                    tag.group(),
                    new Basis(
                        Long.parseLong(tag.group(1), RADIX), Long.parseLong(tag.group(2), RADIX))))
        .max(Comparator.comparingLong(known -> known.basis().sequence()));
  }

  /**
   * A state that a reader says it has.
   *
   * @param etag with its quotes
   */
  public record Known(String etag, Basis basis) {}

  /** What goes before the hash in the tag. */
  public String prefix() {
    return Long.toString(sequence, RADIX) + "." + Long.toString(oldest, RADIX) + ".";
  }

  /** Whether the reader has not seen this revision, or had no place for it on the page. */
  public boolean misses(PublishedItem item) {
    return item.sequence() > sequence || item.firstSequence() < oldest;
  }
}
