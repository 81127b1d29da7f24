package org.regionwire.http.items;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads If-Match (RFC 9110 section 13.1.1). The tags of an item, of its page and of its JSON, begin
 * with its revision: {@code "r3-…"}; {@code "r3"} alone does as well.
 */
final class IfMatch {
  private static final Pattern TAG = Pattern.compile("(W/)?\"r(\\d{1,9})(-[^\"]*)?\"");
  private static final int NEVER = 0;

  private IfMatch() {}

  /** Revisions, one of which must be the present one; empty when any may be. */
  static List<Integer> revisions(Optional<String> header) {
    if (header.isEmpty() || header.get().strip().equals("*")) {
      return List.of();
    }
    // The comparison is strong: a weak tag never matches.
    var revisions =
        TAG.matcher(header.get())
            .results()
            .filter(tag -> tag.group(1) == null)
            .map(tag -> Integer.valueOf(tag.group(2)))
            .distinct()
            .toList();
    return revisions.isEmpty() ? List.of(NEVER) : revisions;
  }
}
