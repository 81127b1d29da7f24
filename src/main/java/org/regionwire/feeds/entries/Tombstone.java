package org.regionwire.feeds.entries;

import java.time.Instant;
import java.util.Optional;
import org.regionwire.news.PublishedItem;

/**
 * What a feed says of an item that it showed and that was withdrawn.
 *
 * @param id a tag URI, the one of its entry
 * @param reason for readers
 */
public record Tombstone(String id, Instant when, Optional<String> reason) {

  public static Tombstone of(PublishedItem withdrawn) {
    return new Tombstone(withdrawn.id().tag(), withdrawn.updated(), withdrawn.note());
  }
}
