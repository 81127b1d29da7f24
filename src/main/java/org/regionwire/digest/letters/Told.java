package org.regionwire.digest.letters;

import java.util.Optional;
import org.regionwire.news.Change;
import org.regionwire.news.Change.What;
import org.regionwire.news.PublishedItem;

/**
 * An item that the reader got before and that is otherwise now.
 *
 * @param how much: never a slip of the pen, which nobody is told of
 * @param note what was wrong, in the sender's words
 */
public record Told(PublishedItem published, What how, Optional<String> note) {

  /** What a revision that is not the first does to the item; the default is a correction. */
  public static What how(PublishedItem revision) {
    return revision.item().origin().change().map(Change::what).orElse(What.CORRECTION);
  }

  /** Whether readers are told of it. */
  public static boolean isTold(PublishedItem revision) {
    return how(revision) != What.MINOR;
  }

  boolean withdrawn() {
    return how == What.WITHDRAWAL;
  }
}
