package org.regionwire.archive;

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
        stored.enriched().from(origin),
        stored.sequence(),
        stored.firstSequence(),
        stored.revision(),
        stored.published(),
        stored.updated(),
        stored.correction());
  }
}
