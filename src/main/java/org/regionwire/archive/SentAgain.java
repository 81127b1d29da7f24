package org.regionwire.archive;

import org.regionwire.news.EnrichedItem;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;

/**
 * What answers a submission that changed nothing: the revision that was there, with the origin of
 * the submission asked for, so that its sender finds the key and the hash it sent.
 */
final class SentAgain {
  private SentAgain() {}

  static PublishedItem answer(PublishedItem stored, Origin origin) {
    return new PublishedItem(
        new EnrichedItem(
            item(stored.item(), origin), stored.enriched().regions(), stored.enriched().point()),
        stored.sequence(),
        stored.firstSequence(),
        stored.revision(),
        stored.published(),
        stored.updated());
  }

  private static NewsItem item(NewsItem item, Origin origin) {
    return new NewsItem(
        item.id(),
        origin,
        item.kind(),
        item.title(),
        item.summary(),
        item.content(),
        item.language(),
        item.link(),
        item.author(),
        item.organisation(),
        item.written(),
        item.publishAt(),
        item.expires(),
        item.regions(),
        item.topics(),
        item.event(),
        item.image(),
        item.attachments());
  }
}
