package org.regionwire.feeds;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Consecutive first sequences, both ends included: as many as a power of two, and beginning one
 * after a multiple of it. Of two spans one holds the other, or they have nothing in common.
 */
public record Span(long from, long upTo) {
  private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,17})-([1-9][0-9]{0,17})");

  public Span {
    long size = upTo - from + 1;
    if (from < 1 || Long.bitCount(size) != 1 || (from - 1) % size != 0) {
      throw new IllegalArgumentException(from + "-" + upTo + " is not a span");
    }
  }

  /** The one of this size that holds the place. */
  public static Span around(long place, long size) {
    long from = (place - 1) / size * size + 1;
    return new Span(from, from + size - 1);
  }

  /** Empty when it is not one. */
  static Optional<Span> read(String text) {
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long from = Long.parseLong(matcher.group(1));
    long upTo = Long.parseLong(matcher.group(2));
    return around(from, Long.highestOneBit(Math.max(1, upTo - from + 1))).given(from, upTo);
  }

  private Optional<Span> given(long first, long last) {
    return from == first && upTo == last ? Optional.of(this) : Optional.empty();
  }

  public long size() {
    return upTo - from + 1;
  }

  public boolean holds(long place) {
    return from <= place && place <= upTo;
  }

  /** The one of twice the size that holds this one. */
  public Span wider() {
    return around(from, 2 * size());
  }

  @Override
  public String toString() {
    return from + "-" + upTo;
  }
}
