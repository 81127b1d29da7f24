package org.regionwire.feeds.formats;

import java.util.Optional;

/**
 * Where there is more of a feed (RFC 5005 section 4), as whole addresses.
 *
 * @param current the feed itself, of a page of its archive; empty in the feed itself
 * @param previous the page with what is older
 * @param next the page with what is newer
 */
public record Neighbours(
    Optional<String> current, Optional<String> previous, Optional<String> next) {
  boolean archived() {
    return current.isPresent();
  }
}
