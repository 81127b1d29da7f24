package org.regionwire.pages.operate;

import java.util.List;

/**
 * The operator's first page.
 *
 * @param said about what was done; empty when nothing was
 * @param stopped whether nothing goes out at all
 * @param runs the latest first
 * @param doubts the oldest letters in doubt, of {@code allDoubts}
 */
public record Overview(
    String said,
    boolean stopped,
    List<Figure> figures,
    List<Run> runs,
    List<Hold> holds,
    List<Doubt> doubts,
    long allDoubts) {
  public Overview {
    figures = List.copyOf(figures);
    runs = List.copyOf(runs);
    holds = List.copyOf(holds);
    doubts = List.copyOf(doubts);
  }

  /**
   * A number worth a look.
   *
   * @param alarm whether someone has to do something about it
   * @param link to where more is said; empty for nowhere
   */
  public record Figure(String name, String value, String note, boolean alarm, String link) {}

  /**
   * A run of letters.
   *
   * @param words how many there are in which state
   * @param pace how fast it goes, or nothing
   * @param held whether it is paused by itself
   */
  public record Run(
      String name, long all, long settled, int percent, String words, String pace, boolean held) {
    public boolean going() {
      return settled < all;
    }
  }

  /**
   * What does not go out.
   *
   * @param scope and {@code name} for the form, {@code words} for people
   */
  public record Hold(
      String scope, String name, String words, Stamp since, String until, String reason) {}

  /** A letter of which nobody knows whether it went out. */
  public record Doubt(String letter, String destination, int tries, Stamp next, String reply) {}
}
