package org.regionwire.feeds.rendering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.SearchText;
import org.regionwire.news.Selection;

/**
 * News as the feeds on the shelf look at it: its words are folded once, for the first that asks.
 */
public final class Heard {
  private final PublishedItem item;
  private @Nullable String text;

  Heard(PublishedItem item) {
    this.item = item;
  }

  public static List<Heard> all(List<PublishedItem> news) {
    return news.stream().map(Heard::new).toList();
  }

  PublishedItem item() {
    return item;
  }

  boolean matches(Selection selection) {
    return selection.matches(item.enriched(), this::text);
  }

  private synchronized String text() {
    String known = text;
    if (known == null) {
      known = SearchText.of(item.item());
      text = known;
    }
    return known;
  }
}
