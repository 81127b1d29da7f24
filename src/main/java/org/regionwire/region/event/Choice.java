package org.regionwire.region.event;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.EventTime;
import org.regionwire.news.EventTimeFound;

/** Chooses the days of the event among all the days a text names. */
final class Choice {
  private final List<Weighed> all;
  private final Optional<LocalDate> published;
  private final ZoneId zone;

  Choice(List<Weighed> all, Optional<LocalDate> published, ZoneId zone) {
    this.all = all;
    this.published = published;
    this.zone = zone;
  }

  Optional<EventTimeFound> best() {
    return all.stream()
        .filter(Weighed::isEnough)
        .filter(weighed -> weighed.role() != Role.ENDS)
        .max(Comparator.comparingDouble(Weighed::weight))
        .map(this::found);
  }

  private EventTimeFound found(Weighed best) {
    LocalDate start = best.dated().start();
    LocalDate end = lastDay(best);
    for (Weighed other : all) {
      Dated dated = other.dated();
      if (other.isEnough() && joins(best, other, start, end)) {
        start = dated.start().isBefore(start) ? dated.start() : start;
        end = dated.end().isAfter(end) ? dated.end() : end;
      }
    }
    return found(best, start, end);
  }

  private static boolean joins(Weighed best, Weighed other, LocalDate start, LocalDate end) {
    Dated dated = other.dated();
    if (dated.overlaps(start, end)) {
      return true;
    }
    boolean days = !best.mention().range() && !other.mention().range();
    return days && dated.overlaps(start.minusDays(1), end.plusDays(1));
  }

  /** One that begins may end on another day in the text. */
  private LocalDate lastDay(Weighed best) {
    LocalDate end = best.dated().end();
    boolean begins =
        best.mention().open() || best.role() == Role.STARTS || best.role() == Role.OPENS;
    if (!begins || best.mention().several()) {
      return end;
    }
    return all.stream()
        .filter(
            other ->
                other.role() == Role.ENDS || other.mention().until() && other.role().isOfEvent())
        .map(other -> other.dated().start())
        .filter(day -> day.isAfter(end) && day.isBefore(end.plusDays(370)))
        .findFirst()
        .orElse(end);
  }

  private EventTimeFound found(Weighed best, LocalDate start, LocalDate end) {
    Mention mention = best.mention();
    var clock = Clock.of(mention);
    boolean several = end.isAfter(start);
    var from = clock.map(Clock::from);
    var until = several ? Optional.<LocalTime>empty() : clock.flatMap(Clock::to);
    var last =
        several || until.isPresent() ? Optional.of(time(end, until)) : Optional.<EventTime>empty();
    return new EventTimeFound(
        time(start, from),
        last,
        best.dated().yearInferred(),
        mention.line().field(),
        mention.offset(),
        mention.text(),
        Math.min(0.99, 0.5 + best.weight() / 10),
        why(best));
  }

  private EventTime time(LocalDate day, Optional<LocalTime> time) {
    var offset = time.map(t -> zone.getRules().getOffset(day.atTime(t)));
    return new EventTime(day, time, offset);
  }

  private String why(Weighed best) {
    String year =
        !best.dated().yearInferred()
            ? ""
            : published.isPresent()
                ? "; the year is inferred from the publication"
                : "; the year is inferred from the text";
    String role = best.role() == Role.UNKNOWN ? "beside words of an event" : best.role().why();
    return "“"
        + best.mention().text()
        + "” in the "
        + best.mention().line().field()
        + ": "
        + role
        + year;
  }
}
