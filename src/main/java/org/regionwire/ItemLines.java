package org.regionwire;

import org.regionwire.news.EnrichedItem;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each item at each stage. */
final class ItemLines implements Passage {
  private static final Logger LOG = LoggerFactory.getLogger("org.regionwire.items");

  @Override
  public void passed(Stage stage, Passing passing) {
    if (!passing.about().isEmpty()) {
      say(stage, passing.about(), passing.ending());
    }
    for (EnrichedItem item : passing.items()) {
      say(stage, item.item().id().value(), passing.ending());
    }
  }

  private static void say(Stage stage, String item, Ending ending) {
    LOG.atInfo()
        .addKeyValue("item", item)
        .addKeyValue("stage", stage.word())
        .addKeyValue("ending", ending.word())
        .log("{} {}", stage.word(), ending.word());
  }
}
