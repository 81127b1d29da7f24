package org.regionwire.feeds.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A zone's rules, as Java has them from the tz database, told as observances. */
final class ClockChanges {
  /** Before there were zones. */
  private static final LocalDateTime LONG_AGO = LocalDateTime.of(1601, Month.JANUARY, 1, 0, 0);

  private final ZoneRules rules;

  /** Every year from one year on, the same for ever; empty when there are none we can tell. */
  private final List<Observance> yearly;

  private final Instant yearlyFrom;

  ClockChanges(ZoneRules rules) {
    this.rules = rules;
    int year = firstYear(rules);
    var told = rules.getTransitionRules().stream().map(rule -> YearlyRule.of(rule, year)).toList();
    this.yearly =
        told.stream().allMatch(Optional::isPresent)
            ? told.stream().flatMap(Optional::stream).toList()
            : List.of();
    this.yearlyFrom =
        yearly.isEmpty()
            ? Instant.MAX
            : rules.getTransitionRules().stream()
                .map(rule -> rule.createTransition(year).getInstant())
                .min(Instant::compareTo)
                .orElseThrow();
  }

  /** What was in force at the earliest time, and every change after it up to the latest. */
  List<Observance> between(Instant earliest, Instant latest) {
    if (!earliest.isBefore(yearlyFrom)) {
      return yearly;
    }
    var all = new ArrayList<Observance>();
    all.add(before(earliest));
    Instant end = yearly.isEmpty() ? latest.plusSeconds(1) : yearlyFrom;
    var next = next(earliest);
    while (next.filter(change -> change.getInstant().isBefore(end)).isPresent()) {
      all.add(once(next.get()));
      next = next(next.get().getInstant());
    }
    all.addAll(yearly);
    return all;
  }

  private Observance before(Instant time) {
    var last = Optional.ofNullable(rules.previousTransition(time.plusNanos(1)));
    return last.map(this::once)
        .orElseGet(
            () -> {
              ZoneOffset always = rules.getOffset(time);
              return new Observance(false, LONG_AGO, always, always, Optional.empty());
            });
  }

  private Optional<ZoneOffsetTransition> next(Instant after) {
    return Optional.ofNullable(rules.nextTransition(after));
  }

  private Observance once(ZoneOffsetTransition change) {
    return new Observance(
        rules.isDaylightSavings(change.getInstant()),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter(),
        Optional.empty());
  }

  /** The rules hold after the last of the single changes. */
  private static int firstYear(ZoneRules rules) {
    List<ZoneOffsetTransition> single = rules.getTransitions();
    return single.isEmpty()
        ? LONG_AGO.getYear()
        : single.get(single.size() - 1).getDateTimeBefore().getYear() + 1;
  }
}
