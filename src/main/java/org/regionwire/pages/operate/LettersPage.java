package org.regionwire.pages.operate;

import java.util.List;

/**
 * The letters of one address.
 *
 * @param said what is wrong with the address; empty when nothing is
 * @param address masked; empty when none was asked for
 * @param suppressed why nobody writes to it; empty when letters may go there
 */
public record LettersPage(String said, String address, String suppressed, List<Row> rows) {
  public LettersPage {
    rows = List.copyOf(rows);
  }

  /**
   * One letter.
   *
   * @param returned what came back of it; empty when nothing did
   */
  public record Row(
      Stamp planned,
      String kind,
      String period,
      String state,
      int tries,
      String reply,
      String returned) {}
}
