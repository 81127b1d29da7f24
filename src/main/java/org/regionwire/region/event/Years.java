package org.regionwire.region.event;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives each mention its year. One that the text does not name comes from the same day elsewhere in
 * the text, or is the one that puts the day nearest to the publication, a coming day before a past
 * one unless the sentence tells of the past; a day of the week must agree. Nothing else is guessed.
 */
final class Years {
  private static final int FURTHEST = 600;

  private final List<Mention> all;
  private final Optional<LocalDate> published;

  Years(List<Mention> all, Optional<LocalDate> published) {
    this.all = all;
    this.published = published;
  }

  Optional<Dated> date(Mention mention) {
    if (mention.first().year() > 0) {
      return dated(mention, mention.first().year(), false);
    }
    var elsewhere =
        all.stream()
            .filter(other -> other.first().year() > 0 && sameDay(mention, other))
            .flatMap(other -> dated(mention, other.first().year(), true).stream())
            .filter(dated -> weekdayAgrees(dated))
            .findFirst();
    return elsewhere
        .or(() -> published.flatMap(day -> nearest(mention, day)))
        .or(() -> named(mention));
  }

  private static boolean sameDay(Mention one, Mention other) {
    return one.first().day() == other.first().day() && one.first().month() == other.first().month();
  }

  private Optional<Dated> nearest(Mention mention, LocalDate day) {
    var sentence = Sentence.around(mention);
    int year = day.getYear();
    int said =
        sentence.has(Kind.NEXTYEAR)
            ? year + 1
            : sentence.has(Kind.LASTYEAR) ? year - 1 : sentence.has(Kind.THISYEAR) ? year : 0;
    return IntStream.rangeClosed(year - 1, year + 1)
        .filter(y -> said == 0 || y == said)
        .mapToObj(y -> dated(mention, y, true))
        .flatMap(Optional::stream)
        .filter(Years::weekdayAgrees)
        .filter(dated -> cost(dated, day, sentence) <= FURTHEST)
        .min(Comparator.comparingInt(dated -> cost(dated, day, sentence)));
  }

  /** Days to the publication, those against the tense of the sentence counted more. */
  private static int cost(Dated dated, LocalDate day, Sentence sentence) {
    boolean past = sentence.has(Kind.PAST) && !sentence.has(Kind.FUTURE);
    boolean future = sentence.has(Kind.FUTURE) && !sentence.has(Kind.PAST);
    int days = (int) ChronoUnit.DAYS.between(day, dated.start());
    if (days >= 0) {
      return past && days > 0 ? days * 4 : days;
    }
    return past ? -days : future ? -days * 5 : -days * 5 / 2;
  }

  /** Without a publication date: a year that the text itself names, and only one. */
  private Optional<Dated> named(Mention mention) {
    var years =
        all.stream()
            .mapToInt(other -> other.first().year())
            .filter(y -> y > 0)
            .distinct()
            .toArray();
    if (published.isPresent() || years.length != 1) {
      return Optional.empty();
    }
    return dated(mention, years[0], true).filter(Years::weekdayAgrees);
  }

  private static boolean weekdayAgrees(Dated dated) {
    int weekday = dated.mention().first().weekday();
    return weekday == 0 || dated.start().getDayOfWeek().getValue() == weekday;
  }

  private static Optional<Dated> dated(Mention mention, int year, boolean inferred) {
    Part first = mention.first();
    Part last = mention.last();
    int wrap = last.month() < first.month() ? 1 : 0;
    int endYear = last.year() > 0 ? last.year() : year + wrap;
    if (!isDay(first, year) || !isDay(last, endYear)) {
      return Optional.empty();
    }
    var start = LocalDate.of(year, first.month(), first.day());
    var end = LocalDate.of(endYear, last.month(), last.day());
    return end.isBefore(start)
        ? Optional.empty()
        : Optional.of(new Dated(mention, start, end, inferred));
  }

  private static boolean isDay(Part part, int year) {
    return part.day() <= YearMonth.of(year, part.month()).lengthOfMonth();
  }
}
