package org.regionwire.news;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * An item fit to publish. If you hold one, it is valid: text is clean (NFC, no control characters),
 * HTML is safe, regions and topics are known.
 *
 * @param kind when the sender says; see {@link EnrichedItem#kind}
 * @param summary plain text
 * @param content sanitised HTML
 * @param language BCP 47
 * @param written when the sender says it was published, never in the future
 * @param publishAt not before this (embargo)
 * @param expires gone from feeds after this
 * @param regions slugs of the regions the sender named
 * @param notRegions slugs of regions that the item is not about, whatever its text seems to say
 */
public record NewsItem(
    ItemId id,
    Origin origin,
    Optional<Kind> kind,
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
    List<String> notRegions,
    List<String> topics,
    Optional<Event> event,
    Optional<Image> image,
    List<Attachment> attachments) {

  public NewsItem {
    if (title.isBlank()) {
      throw new IllegalArgumentException("title is blank");
    }
    if (kind.equals(Optional.of(Kind.EVENT)) && event.isEmpty()) {
      throw new IllegalArgumentException("an event has a start");
    }
    regions = List.copyOf(regions);
    notRegions = List.copyOf(notRegions);
    topics = List.copyOf(topics);
    attachments = List.copyOf(attachments);
  }

  /** The same item, as another submission sent it. */
  public NewsItem from(ItemId id, Origin origin) {
    return with(id, origin, notRegions);
  }

  /** The same item, which is not about these regions either, unless its sender names them. */
  public NewsItem notIn(Collection<String> slugs) {
    var refused = new LinkedHashSet<>(notRegions);
    refused.addAll(slugs);
    regions.forEach(refused::remove);
    return with(id, origin, List.copyOf(refused));
  }

  private NewsItem with(ItemId id, Origin origin, List<String> notRegions) {
    return new NewsItem(
        id,
        origin,
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
        notRegions,
        topics,
        event,
        image,
        attachments);
  }
}
