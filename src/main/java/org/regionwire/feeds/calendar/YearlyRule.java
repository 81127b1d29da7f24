package org.regionwire.feeds.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A change of clocks that comes every year, such as on the last Sunday of March. */
final class YearlyRule {
  private static final int WEEK = 7;

  private YearlyRule() {}

  /**
   * From {@code year} on. Nothing where iCalendar has no rule for it: in a few places the clocks
   * change on the day before the one that their rule names.
   */
  static Optional<Observance> of(ZoneOffsetTransitionRule rule, int year) {
    var first = rule.createTransition(year);
    var start = first.getDateTimeBefore();
    return recurrence(rule)
        .filter(recurrence -> start.toLocalDate().equals(named(rule, year)))
        .map(
            recurrence ->
                new Observance(
                    !rule.getOffsetAfter().equals(rule.getStandardOffset()),
                    start,
                    first.getOffsetBefore(),
                    first.getOffsetAfter(),
                    Optional.of(recurrence)));
  }

  /** The day that the rule names, as {@link ZoneOffsetTransitionRule} says. */
  private static LocalDate named(ZoneOffsetTransitionRule rule, int year) {
    int day = rule.getDayOfMonthIndicator();
    var month = LocalDate.of(year, rule.getMonth(), 1);
    var date = day > 0 ? month.withDayOfMonth(day) : month.plusMonths(1).plusDays(day);
    return Optional.ofNullable(rule.getDayOfWeek())
        .map(
            weekday ->
                date.with(
                    day > 0
                        ? TemporalAdjusters.nextOrSame(weekday)
                        : TemporalAdjusters.previousOrSame(weekday)))
        .orElse(date);
  }

  private static Optional<String> recurrence(ZoneOffsetTransitionRule rule) {
    String yearly = "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue();
    int day = rule.getDayOfMonthIndicator();
    return Optional.ofNullable(rule.getDayOfWeek())
        .map(weekday -> weekday(weekday, day, rule.getMonth()))
        .orElse(Optional.of(";BYMONTHDAY=" + day))
        .map(days -> yearly + days);
  }

  /** The first such day of the week from that day on, or the last up to it. */
  private static Optional<String> weekday(DayOfWeek weekday, int day, Month month) {
    String name = weekday.name().substring(0, 2);
    int end = day + WEEK - 1;
    if (day == -1 || end == month.minLength() && end == month.maxLength()) {
      return Optional.of(";BYDAY=-1" + name);
    }
    if (day < 0 || end > month.minLength()) {
      return Optional.empty();
    }
    if (day % WEEK == 1) {
      return Optional.of(";BYDAY=" + (day / WEEK + 1) + name);
    }
    String days =
        IntStream.range(day, day + WEEK).mapToObj(String::valueOf).collect(Collectors.joining(","));
    return Optional.of(";BYMONTHDAY=" + days + ";BYDAY=" + name);
  }
}
