package org.regionwire.feeds;

import java.util.Optional;

/** Reads If-None-Match (RFC 9110 section 13.1.2): a list of tags, weak or strong, or a star. */
final class IfNoneMatch {
  private IfNoneMatch() {}

  /**
   * The variant a reader has, by the weak comparison; {@code selected} first, which a star also
   * means.
   */
  static Optional<Variant> match(String header, Variant selected, Variant other) {
    if (contains(header, selected.etag()) || header.strip().equals("*")) {
      return Optional.of(selected);
    }
    return contains(header, other.etag()) ? Optional.of(other) : Optional.empty();
  }

  /** Quotes cannot stand inside a tag, so a tag with its quotes is found as it is written. */
  private static boolean contains(String header, String etag) {
    int at = header.indexOf(etag);
    while (at >= 0) {
      if (startsTag(header, at) && endsTag(header, at + etag.length())) {
        return true;
      }
      at = header.indexOf(etag, at + 1);
    }
    return false;
  }

  private static boolean startsTag(String header, int at) {
    int start = header.startsWith("W/", at - 2) ? at - 2 : at;
    return start == 0 || isBetween(header.charAt(start - 1));
  }

  private static boolean endsTag(String header, int end) {
    return end == header.length() || isBetween(header.charAt(end));
  }

  private static boolean isBetween(char c) {
    return c == ',' || c == ' ' || c == '\t';
  }
}
