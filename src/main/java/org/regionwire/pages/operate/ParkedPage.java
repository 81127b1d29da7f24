package org.regionwire.pages.operate;

import java.util.List;

/**
 * What is parked, and what was done about it.
 *
 * @param said in short; empty when nothing was done
 * @param fates of those that were tried or put back
 * @param parked the oldest first, some of {@code all}
 */
public record ParkedPage(String said, List<Fate> fates, List<Parked> parked, long all) {
  public ParkedPage {
    fates = List.copyOf(fates);
    parked = List.copyOf(parked);
  }

  /**
   * What failed.
   *
   * @param title of the item, or what else it is
   * @param text as it lies in the queue, with line breaks
   */
  public record Parked(
      String id, String title, String route, String reason, Stamp at, String text) {}

  /**
   * What became of one, or would.
   *
   * @param well whether it is or would be put back
   * @param remarks what a person should know before
   */
  public record Fate(String title, boolean well, String what, List<String> remarks) {
    public Fate {
      remarks = List.copyOf(remarks);
    }
  }
}
