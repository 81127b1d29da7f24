package org.regionwire.news;

import java.util.List;

/**
 * A region an item belongs to, and the evidence.
 *
 * @param region the slug
 * @param primary whether the item is about it or takes place in it, so that feeds carry it, rather
 *     than only mentions it
 * @param confidence from 0 to 1
 * @param why a sentence for the sender
 * @param mentions where it stands in the text, in its order, when that was the evidence
 */
public record RegionFound(
    String region,
    How how,
    boolean primary,
    double confidence,
    String why,
    List<Mention> mentions) {
  public RegionFound {
    mentions = List.copyOf(mentions);
  }

  /** Strongest first. */
  public enum How {
    /** The sender named it. */
    NAMED,
    /** Its name stands in the text. */
    MENTIONED,
    /** A region in it was named or mentioned. */
    CONTAINS
  }

  /**
   * A name in the text.
   *
   * @param field {@code title}, {@code summary} or {@code content}
   * @param offset of its first character in the field's plain text, in UTF-16 code units
   * @param text as it stands there
   */
  public record Mention(String field, int offset, String text) {}

  public static RegionFound named(String region, String why) {
    return new RegionFound(region, How.NAMED, true, 1, why, List.of());
  }

  /** Another region that this one is in. */
  public RegionFound in(String whole, String why) {
    return new RegionFound(whole, How.CONTAINS, primary, confidence, why, List.of());
  }
}
