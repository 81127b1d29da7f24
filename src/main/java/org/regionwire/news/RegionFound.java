package org.regionwire.news;

import java.util.Optional;

/**
 * A region an item belongs to, and the evidence.
 *
 * @param region the slug
 * @param why a sentence for the sender
 * @param mention where in the text, when that was the evidence
 */
public record RegionFound(String region, How how, String why, Optional<Mention> mention) {

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
}
