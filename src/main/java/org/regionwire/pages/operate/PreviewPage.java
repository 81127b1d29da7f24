package org.regionwire.pages.operate;

import java.util.List;
import java.util.Optional;

/**
 * What would go out.
 *
 * @param said what is wrong with what was asked, or why there is no letter; empty for neither
 * @param form what was asked
 * @param audience who would get it, when that was asked
 */
public record PreviewPage(
    String said, Form form, Optional<Audience> audience, Optional<Letter> letter) {

  /**
   * As it was typed.
   *
   * @param format html or text
   * @param languages that there are
   */
  public record Form(
      String item,
      String selection,
      String language,
      String format,
      String days,
      List<String> languages) {
    public Form {
      languages = List.copyOf(languages);
    }
  }

  /**
   * @param words about them
   */
  public record Audience(String words, List<Group> groups) {
    public Audience {
      groups = List.copyOf(groups);
    }
  }

  /** People alike. */
  public record Group(String language, String cadence, long people) {}

  /**
   * A letter.
   *
   * @param words whose, and when it would go out
   * @param frame address of its HTML; empty where there is only text
   */
  public record Letter(String words, String subject, int items, String frame, String text) {}
}
