package org.regionwire.region.event;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds days that are told from the day of publication: {@code tomorrow}, {@code next Friday},
 * {@code Friday at 18:00}. A bare day of the week is not one: news tell of the past with it.
 */
final class Weekdays {
  private static final int MOST = 10;

  private final Line line;
  private final LocalDate published;

  private Weekdays(Line line, LocalDate published) {
    this.line = line;
    this.published = published;
  }

  static List<Dated> in(Line line, LocalDate published) {
    var days = new Weekdays(line, published);
    var found = new ArrayList<Dated>();
    for (int i = 0; i < line.size() && found.size() < MOST; i++) {
      int at = i;
      days.day(i).ifPresent(day -> found.add(days.dated(at, day)));
    }
    return found;
  }

  private Optional<LocalDate> day(int at) {
    Token token = line.at(at);
    if (token.is(Kind.TODAY)) {
      return Optional.of(published);
    }
    if (token.is(Kind.TOMORROW)) {
      return Optional.of(published.plusDays(1));
    }
    boolean coming = token.is(Kind.WEEKDAY) && token.length() > 3 && isComing(at);
    return coming ? Optional.of(next(token.meaning().weekday())) : Optional.empty();
  }

  private boolean isComing(int at) {
    if (line.is(at - 1, Kind.LAST) || line.at(at + 1).isNumber()) {
      return false;
    }
    boolean told =
        line.is(at - 1, Kind.NEXT) || line.is(at - 2, Kind.NEXT) && !line.at(at - 1).isMark(',');
    boolean hour = new ClockParser(line).at(line.skipFillers(at + 1)).isPresent();
    var sentence = Sentence.around(line, at, at + 1);
    return told || hour && sentence.has(Kind.FUTURE) && !sentence.has(Kind.PAST);
  }

  private LocalDate next(int weekday) {
    return published.with(TemporalAdjusters.next(DayOfWeek.of(weekday)));
  }

  private Dated dated(int at, LocalDate day) {
    var part =
        Part.of(day.getDayOfMonth(), day.getMonthValue(), day.getYear(), at + 1, Part.Form.WORDS);
    var mention = new Mention(line, at, at + 1, part, part, false, false, false);
    return new Dated(mention, day, day, true);
  }
}
