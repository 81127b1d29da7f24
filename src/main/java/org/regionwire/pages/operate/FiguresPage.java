package org.regionwire.pages.operate;

import java.util.List;

/**
 * How it goes.
 *
 * @param days whether the charts are of days, not of hours
 * @param note about what the charts leave out; empty for nothing
 * @param since when this process began
 * @param looked of how many selections it was found out whether anything is for them, in words
 */
public record FiguresPage(
    boolean days,
    List<Queue> queues,
    List<Chart> charts,
    String note,
    List<Overview.Figure> lost,
    List<Round> rounds,
    Stamp since,
    List<Silent> silent,
    String looked) {
  public FiguresPage {
    queues = List.copyOf(queues);
    charts = List.copyOf(charts);
    lost = List.copyOf(lost);
    rounds = List.copyOf(rounds);
    silent = List.copyOf(silent);
  }

  /**
   * A queue.
   *
   * @param age of its oldest message, in words; empty when there is none
   */
  public record Queue(String name, String what, String messages, String age, boolean alarm) {}

  /** What looks for lost work. */
  public record Round(
      String what, String each, Stamp last, boolean late, String found, String lastFound) {}

  /**
   * A selection for which nothing comes.
   *
   * @param query the same, escaped
   * @param asked by whom, in words
   * @param why nothing comes
   */
  public record Silent(String selection, String query, String asked, String why, boolean never) {}
}
