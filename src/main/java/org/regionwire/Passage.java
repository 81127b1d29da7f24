package org.regionwire;

import java.util.List;
import java.util.Optional;
import org.regionwire.news.EnrichedItem;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Stage;

/** Hears of items that went through a stage, or failed to. */
interface Passage {
  void passed(Stage stage, Passing passing);

  /**
   * One piece of work.
   *
   * @param items none when it failed before they could be read
   * @param about what failed: the id of an item, or the key of a submission; empty otherwise
   * @param door where it came in, as {@link Traces} names it
   * @param begun of {@link System#nanoTime}
   */
  record Passing(
      List<EnrichedItem> items, Ending ending, String about, Optional<String> door, long begun) {}
}
