package org.regionwire.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * At a local time, on all days or on those of a cadence. A local time that the clocks skip is the
 * first instant after the skip; one that they show twice is the first of the two; a local date that
 * a place skips has none.
 */
public record Schedule(ZoneId zone, LocalTime time) {

  /** One day's letter: the local date names it, the instant is when it is due. */
  public record Due(LocalDate date, Instant at) {}

  /** When it is due on this local date; empty when the place has no such date. */
  public Optional<Instant> on(LocalDate date) {
    ZoneOffsetTransition transition = zone.getRules().getTransition(date.atTime(time));
    if (transition == null || transition.isOverlap()) {
      return Optional.of(date.atTime(time).atZone(zone).toInstant());
    }
    return skips(transition, date) ? Optional.empty() : Optional.of(transition.getInstant());
  }

  /** The latest one due at {@code now} or before. */
  public Due latest(Instant now) {
    // The day after, too: the gap of a date line can put a date's instant on the date before.
    for (var date = now.atZone(zone).toLocalDate().plusDays(1); ; date = date.minusDays(1)) {
      var at = on(date);
      if (at.isPresent() && !at.get().isAfter(now)) {
        return new Due(date, at.get());
      }
    }
  }

  /** The first one due after {@code now}. */
  public Due next(Instant now) {
    for (var date = latest(now).date().plusDays(1); ; date = date.plusDays(1)) {
      var at = on(date);
      if (at.isPresent() && at.get().isAfter(now)) {
        return new Due(date, at.get());
      }
    }
  }

  /** The first one due after {@code now} on a day of the cadence. */
  public Due next(Cadence cadence, Instant now) {
    var due = next(now);
    while (!cadence.has(due.date())) {
      due = next(due.at());
    }
    return due;
  }

  private static boolean skips(ZoneOffsetTransition gap, LocalDate date) {
    return !gap.getDateTimeBefore().isAfter(date.atStartOfDay())
        && !gap.getDateTimeAfter().isBefore(date.plusDays(1).atStartOfDay());
  }
}
