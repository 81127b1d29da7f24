package org.regionwire.news;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An item fit to publish. If you hold one, it is valid: text is clean (NFC, no control characters),
 * HTML is safe, regions and topics are known.
 *
 * @param summary plain text
 * @param content sanitised HTML
 * @param language BCP 47
 * @param written when the sender says it was published, never in the future
 * @param publishAt not before this (embargo)
 * @param expires gone from feeds after this
 * @param regions slugs of the regions the sender named
 */
public record NewsItem(
    ItemId id,
    Origin origin,
    Kind kind,
    String title,
    Optional<String> summary,
    Optional<String> content,
    Optional<String> language,
    Optional<URI> link,
    Optional<String> author,
    Optional<String> organisation,
    Optional<Instant> written,
    Optional<Instant> publishAt,
    Optional<Instant> expires,
    List<String> regions,
    List<String> topics,
    Optional<Event> event,
    Optional<Image> image,
    List<Attachment> attachments) {

  public NewsItem {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title is blank");
    }
    if (kind == Kind.EVENT && event.isEmpty()) {
      throw new IllegalArgumentException("an event has a start");
    }
    regions = List.copyOf(regions);
    topics = List.copyOf(topics);
    attachments = List.copyOf(attachments);
  }

  /** The same item, as if this submission had brought it. */
  public NewsItem from(Origin other) {
    return new NewsItem(
        id,
        other,
        kind,
        title,
        summary,
        content,
        language,
        link,
        author,
        organisation,
        written,
        publishAt,
        expires,
        regions,
        topics,
        event,
        image,
        attachments);
  }
}
