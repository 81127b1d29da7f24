package org.regionwire.digest.letters;

import java.util.List;

/**
 * One item as a letter shows it; what there is not is empty.
 *
 * @param mark what happened to it: withdrawn, corrected
 * @param note what the sender says about that
 * @param language of its own words, BCP 47
 */
public record Entry(
    String mark,
    String title,
    String note,
    String teaser,
    String when,
    String where,
    List<String> labels,
    String link,
    String language,
    List<Source> also) {
  public Entry {
    labels = List.copyOf(labels);
    also = List.copyOf(also);
  }

  /** Another item about the same event. */
  public record Source(String title, String link) {}

  public String label() {
    return String.join(", ", labels);
  }
}
