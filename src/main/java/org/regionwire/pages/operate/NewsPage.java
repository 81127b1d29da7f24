package org.regionwire.pages.operate;

import java.util.List;

/**
 * What came in and where it is.
 *
 * @param said about what is wrong with the filter; empty when nothing is
 * @param looked how far the filter has looked, in words; empty when that needs no words
 * @param older the query of the page with those before these; empty when there are none
 */
public record NewsPage(Filter filter, String said, List<Item> items, String looked, String older) {
  public NewsPage {
    items = List.copyOf(items);
  }

  /** As typed; empty for everything. */
  public record Filter(String sender, String region, String words) {
    public boolean any() {
      return !sender.isEmpty() || !region.isEmpty() || !words.isEmpty();
    }
  }

  /**
   * One item.
   *
   * @param state in a word
   * @param alarm whether someone has to do something about it
   * @param where it has been, in words, each with its time
   * @param feeds slugs of the regions whose feeds have it
   * @param published whether it has a page
   */
  public record Item(
      String id,
      String title,
      String sender,
      String state,
      boolean alarm,
      List<String> where,
      List<String> feeds,
      boolean published) {
    public Item {
      where = List.copyOf(where);
      feeds = List.copyOf(feeds);
    }
  }
}
