package org.regionwire.pages.subscribers;

import java.util.List;

/**
 * What a person sees who manages letters.
 *
 * @param action where the buttons lead
 * @param said about what was done, or what was wrong; empty when nothing was
 * @param time HH:MM
 * @param zone IANA
 * @param language BCP 47
 * @param format {@code html} or {@code text}
 * @param calendar whether one is attached to letters
 * @param pausedUntil a day, or empty
 */
public record ManagePage(
    String action,
    String said,
    String address,
    List<Row> rows,
    String time,
    String zone,
    String language,
    String format,
    boolean calendar,
    String pausedUntil) {
  private static final List<String> CADENCES = List.of("immediate", "daily", "weekly", "monthly");

  public List<LetterLanguage> languages() {
    return LetterLanguage.offering(language);
  }

  public ManagePage {
    rows = List.copyOf(rows);
  }

  /**
   * One subscription.
   *
   * @param words what it is
   * @param selection as an address of a feed has it
   * @param day of the week or the month, or 0
   */
  public record Row(String id, String words, String selection, String cadence, int day) {

    public List<String> cadences() {
      return CADENCES;
    }
  }
}
