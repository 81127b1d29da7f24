package org.regionwire.digest.letters;

import java.util.List;

/**
 * One item as a letter shows it; what there is not is empty.
 *
 * @param language of its own words, BCP 47
 */
public record Entry(
    String title,
    String teaser,
    String when,
    String where,
    List<String> labels,
    String link,
    String language) {
  public Entry {
    labels = List.copyOf(labels);
  }

  public String label() {
    return String.join(", ", labels);
  }
}
