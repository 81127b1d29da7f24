package org.regionwire.feeds.entries;

import java.time.ZoneOffset;
import java.util.Optional;
import org.regionwire.news.Correction;
import org.regionwire.news.EnglishDates;
import org.regionwire.news.PublishedItem;

/** How feeds say that an item was wrong. */
public final class CorrectionWords {
  private CorrectionWords() {}

  /** The summary, with the correction as its title; there is one, if only for that. */
  public static Optional<String> before(PublishedItem item) {
    var summary = item.item().summary().filter(text -> !text.isBlank());
    return item.correction()
        .map(correction -> "Correction: " + correction.note())
        .map(title -> summary.map(text -> title + " \u2014 " + text).orElse(title))
        .or(() -> summary);
  }

  /** As HTML. */
  static String paragraph(Correction correction) {
    String day = EnglishDates.day(correction.at().atZone(ZoneOffset.UTC).toLocalDate());
    return "<p><strong>Correction, %s:</strong> %s</p>"
        .formatted(day, Html.escape(correction.note()));
  }
}
