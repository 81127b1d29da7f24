package org.regionwire.news;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;

/** Days, hours and zones in English, for people. */
public final class EnglishDates {
  private static final DateTimeFormatter DAY = pattern("d MMMM uuuu");
  private static final DateTimeFormatter DAY_OF_YEAR = pattern("d MMMM");
  private static final DateTimeFormatter WEEKDAY = pattern("EEEE d MMMM uuuu");
  private static final DateTimeFormatter HOUR = pattern("HH:mm");

  private EnglishDates() {}

  /** {@code 9 October 2007}. */
  public static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** {@code Tuesday 9 October 2007}. */
  public static String weekday(LocalDate date) {
    return WEEKDAY.format(date);
  }

  /** {@code 13–15 June 2007}. */
  public static String days(LocalDate first, LocalDate last) {
    if (first.equals(last)) {
      return day(first);
    }
    if (first.getYear() != last.getYear()) {
      return day(first) + " – " + day(last);
    }
    if (first.getMonth() != last.getMonth()) {
      return DAY_OF_YEAR.format(first) + " – " + day(last);
    }
    return first.getDayOfMonth() + "–" + day(last);
  }

  /** {@code 09:30}. */
  public static String hour(LocalTime time) {
    return HOUR.format(time);
  }

  /** {@code Oslo time}, {@code UTC}, {@code UTC+02:00}. */
  public static String zone(ZoneId zone) {
    if (zone.normalized() instanceof ZoneOffset offset) {
      return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }
    String id = zone.getId();
    return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time";
  }

  /** With days as this writes them. */
  static DateWords words(Function<LocalDate, String> days) {
    return new DateWords() {
      @Override
      public String day(LocalDate date) {
        return days.apply(date);
      }

      @Override
      public String until(String hour) {
        return ", until " + hour;
      }

      @Override
      public String zone(ZoneId zone) {
        return EnglishDates.zone(zone);
      }
    };
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
