package org.regionwire.pages.operate;

import java.util.List;

/**
 * What came in and where it is.
 *
 * @param said about what was done; empty when nothing was
 * @param queues their depths
 * @param items the latest first
 * @param parked the oldest first
 * @param silent selections for which nothing came in lately
 */
public record NewsPage(
    String said,
    List<Overview.Figure> queues,
    List<Item> items,
    List<Parked> parked,
    List<Silent> silent) {
  public NewsPage {
    queues = List.copyOf(queues);
    items = List.copyOf(items);
    parked = List.copyOf(parked);
    silent = List.copyOf(silent);
  }

  /**
   * One item.
   *
   * @param where it is, in words, each with its time
   */
  public record Item(String id, String title, int revision, List<String> where) {}

  /**
   * What failed.
   *
   * @param title of the item, or what else it is
   * @param text as it lies in the queue
   */
  public record Parked(
      String id, String title, String route, String reason, Stamp at, String text) {}

  /**
   * A selection.
   *
   * @param query the same, escaped
   * @param people who ask for it
   */
  public record Silent(String selection, String query, long people) {}
}
