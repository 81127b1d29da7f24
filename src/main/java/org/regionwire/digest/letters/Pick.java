package org.regionwire.digest.letters;

import java.util.List;
import org.regionwire.news.PublishedItem;

/**
 * An item that goes into a digest.
 *
 * @param labels the names of the regions for which this person gets it
 */
public record Pick(PublishedItem published, List<String> labels) {
  public Pick {
    labels = List.copyOf(labels);
  }
}
