package org.regionwire.digest.letters;

import java.util.List;
import org.regionwire.news.PublishedItem;

/**
 * An item that goes into a digest.
 *
 * @param labels the names of the regions for which this person gets it
 * @param also items that tell of the same event
 */
public record Pick(PublishedItem published, List<String> labels, List<PublishedItem> also) {
  public Pick {
    labels = List.copyOf(labels);
    also = List.copyOf(also);
  }

  Pick(PublishedItem published, List<String> labels) {
    this(published, labels, List.of());
  }
}
