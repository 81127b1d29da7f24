package org.regionwire.archive;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.Attachment;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.Image;
import org.regionwire.news.Kind;

/** What a reader sees of an item. Equal for two submissions, the second is no new revision. */
record Seen(
    Kind kind,
    String title,
    Optional<String> summary,
    Optional<String> content,
    Optional<String> language,
    Optional<URI> link,
    Optional<String> author,
    Optional<String> organisation,
    Optional<Instant> expires,
    List<String> regions,
    List<String> topics,
    Optional<Event> event,
    Optional<Image> image,
    List<Attachment> attachments) {

  static Seen of(EnrichedItem enriched) {
    var item = enriched.item();
    return new Seen(
        enriched.kind(),
        item.title(),
        item.summary(),
        item.content(),
        item.language(),
        item.link(),
        item.author(),
        item.organisation(),
        item.expires(),
        enriched.regionSlugs(),
        item.topics(),
        enriched.event(),
        item.image(),
        item.attachments());
  }
}
