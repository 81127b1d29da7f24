package org.regionwire.news;

import java.util.List;
import java.util.Optional;

/**
 * What a submission does to an item that is there already.
 *
 * @param note for readers: what was mended, or why the item was withdrawn
 * @param expects revisions, one of which must be the present one; empty when any may be
 */
public record Change(What what, Optional<String> note, List<Integer> expects) {

  /** How much readers have to know about it. */
  public enum What {
    /** A slip of the pen: nothing tells of it. */
    MINOR,
    /** Its time is told, by {@code updated}. */
    CORRECTION,
    /** What was said was wrong: its note stands with the item from then on. */
    MATERIAL,
    /** The item is taken back. */
    WITHDRAWAL
  }

  public Change {
    if (what == What.MATERIAL && note.isEmpty()) {
      throw new IllegalArgumentException("a material correction says what was wrong");
    }
    expects = List.copyOf(expects);
  }
}
