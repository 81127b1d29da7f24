package org.regionwire.digest.letters;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.regionwire.news.EnglishDates;
import org.regionwire.news.Event.Status;

/** What letters say in one language. English alone so far: whoever asks for another gets it. */
public final class Wording {
  private static final int NAMES = 3;

  private Wording() {}

  /**
   * @param language BCP 47
   */
  public static Wording in(String language) {
    return new Wording();
  }

  /** The language this really is. */
  public String language() {
    return "en";
  }

  String date(LocalDate date) {
    return EnglishDates.weekday(date);
  }

  String digestSubject(Collection<String> regions, int items) {
    return several(regions) + ": " + count(items, "new item");
  }

  String confirmationSubject(String wire) {
    return "Please confirm your " + wire + " digest";
  }

  String daily(LocalTime time, ZoneId zone) {
    return "every day at " + time + " (" + zone.getId() + ")";
  }

  String warning(Status status) {
    return status.warning().map(words -> words + ": ").orElse("");
  }

  /** Behind a date whose year is not in the text. */
  String yearInferred() {
    return " (year inferred)";
  }

  public String more(int items) {
    return count(items, "more item");
  }

  String everywhere() {
    return "All regions";
  }

  /** One sentence without its full stop. */
  String wish(String kind, List<String> regions, List<String> topics) {
    String what =
        switch (kind) {
          case "news" -> "News";
          case "event" -> "Events";
          default -> "News and events";
        };
    String where = regions.isEmpty() ? " from all regions" : " from " + list(regions);
    return what + where + (topics.isEmpty() ? "" : " about " + list(topics));
  }

  private static String several(Collection<String> names) {
    var first = names.stream().limit(NAMES).toList();
    int rest = names.size() - first.size();
    return String.join(", ", first) + (rest > 0 ? " and " + rest + " more" : "");
  }

  private static String list(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String count(int number, String one) {
    return String.format(Locale.ENGLISH, "%,d %s", number, number == 1 ? one : one + "s");
  }
}
