package org.regionwire.digest.letters;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regionwire.news.Excerpt;

/**
 * One item as a letter shows it; what there is not is empty.
 *
 * @param mark what happened to it: withdrawn, corrected
 * @param note what the sender says about that
 * @param calendar where the event is as iCalendar
 * @param language of its own words, BCP 47
 */
public record Entry(
    String mark,
    String title,
    String note,
    String teaser,
    String when,
    String where,
    List<String> labels,
    String link,
    String calendar,
    String language,
    List<Source> also) {
  public Entry {
    labels = List.copyOf(labels);
    also = List.copyOf(also);
  }

  /** Another item about the same event. */
  public record Source(String title, String link) {}

  Entry titled(int most) {
    String shorter = Excerpt.of(title, most);
    return new Entry(
        mark, shorter, note, teaser, when, where, labels, link, calendar, language, also);
  }

  /** For {@code lang}: nothing where it is that of the letter. */
  public @Nullable String lang(Wording wording) {
    return language.isEmpty() || language.equals(wording.language()) ? null : language;
  }

  public String label() {
    return String.join(", ", labels);
  }
}
