package org.regionwire.region.event;

import org.regionwire.region.event.Part.Form;

/** Reads one day at a place in the text, in any of the ways the languages write it. */
final class DayParser {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2100;
  private static final Part NOTHING = Part.NOTHING;

  private final Line line;
  private final NumericDays numeric;

  DayParser(Line line) {
    this.line = line;
    this.numeric = new NumericDays(line);
  }

  /** A day with or without its weekday before it. */
  Part at(int from) {
    if (!line.is(from, Kind.WEEKDAY)) {
      return date(from);
    }
    int weekday = line.at(from).meaning().weekday();
    int next = afterWeekday(from);
    int second =
        line.at(next).isDash() || line.is(next, Kind.TO) || line.is(next, Kind.AND)
            ? next + 1
            : next;
    if (second > next && line.is(second, Kind.WEEKDAY)) {
      next = afterWeekday(second);
    }
    Part part = date(next);
    return part.exists() ? part.withWeekday(weekday) : NOTHING;
  }

  private int afterWeekday(int at) {
    int next = line.gluedMark(at + 1, '.') ? at + 2 : at + 1;
    return line.skipFillers(next);
  }

  private Part date(int at) {
    Part part = numeric.at(at);
    part = part.exists() ? part : yearFirst(at);
    part = part.exists() ? part : dayMonth(at);
    part = part.exists() ? part : monthDay(at);
    return part.exists() ? part : dayOnly(at);
  }

  private Part yearFirst(int at) {
    if (!isYear(at)) {
      return NOTHING;
    }
    int next = line.gluedMark(at + 1, '.') ? at + 2 : at + 1;
    boolean word = line.is(next, Kind.YEARWORD);
    next = word ? next + 1 : next;
    next = word && line.gluedMark(next, '.') ? next + 1 : next;
    next = line.skipFillers(line.is(next, Kind.FROM) ? next + 1 : next);
    if (isYear(next) || !word && !line.is(next, Kind.MONTH)) {
      return NOTHING;
    }
    Part part = dayMonth(next);
    part = part.exists() ? part : monthDay(next);
    part = part.exists() || !word ? part : dayOnly(next);
    return part.exists() ? part.withYear(line.at(at).value()) : NOTHING;
  }

  private Part dayMonth(int at) {
    int next = afterDay(at);
    if (next < 0) {
      return NOTHING;
    }
    next = line.skipFillers(line.is(next, Kind.DAYWORD) ? next + 1 : next);
    if (!isMonth(next) || isSlash(at - 1)) {
      return NOTHING;
    }
    return withYear(dayValue(at), next, next + 1, Form.WORDS);
  }

  private boolean isSlash(int at) {
    return line.gluedMark(at, '.') && line.at(at + 1).glued() && line.at(at - 1).isNumber();
  }

  private Part monthDay(int at) {
    boolean plain = line.vocabulary().writes(Manner.MONTH_DAY);
    if (!isMonth(at) || !plain && !line.vocabulary().writes(Manner.MONTH_ORDINAL)) {
      return NOTHING;
    }
    int day = line.skipFillers(line.gluedMark(at + 1, '.') ? at + 2 : at + 1);
    int next = afterDay(day);
    if (next < 0 || !plain && next == day + 1 || line.gluedMark(next, ':')) {
      return NOTHING;
    }
    next = afterDayword(next);
    return withYear(dayValue(day), at, next, Form.MONTH_FIRST);
  }

  private int afterDayword(int at) {
    if (!line.is(at, Kind.DAYWORD)) {
      return at;
    }
    return line.gluedMark(at + 1, '.') ? at + 2 : at + 1;
  }

  private Part dayOnly(int at) {
    int next = afterDay(at);
    if (next < 0 || line.at(at - 1).isNumber()) {
      return NOTHING;
    }
    return Part.of(dayValue(at), 0, 0, afterDayword(next), Form.DAY_ONLY);
  }

  /** May and March are verbs too. */
  private boolean isMonth(int at) {
    boolean capital =
        line.startsWithCapital(at) || !line.vocabulary().writes(Manner.CAPITAL_MONTHS);
    return capital && line.is(at, Kind.MONTH);
  }

  private Part withYear(int day, int month, int next, Form form) {
    int at = line.gluedMark(next, '.') && afterAbbreviation(next) ? next + 1 : next;
    int comma = line.at(at).isMark(',') ? at + 1 : at;
    int year = line.is(comma, Kind.FILLER) && isYear(comma + 1) ? comma + 1 : comma;
    int number = line.at(month).meaning().month();
    if (!isYear(year)) {
      return Part.of(day, number, 0, at, form);
    }
    int after = year + 1;
    if (line.is(after, Kind.YEARWORD)) {
      after = line.gluedMark(after + 1, '.') ? after + 2 : after + 1;
    }
    return Part.of(day, number, line.at(year).value(), after, form);
  }

  /** The stop of an abbreviation, not the one that ends the sentence. */
  private boolean afterAbbreviation(int stop) {
    return line.at(stop - 1).length() <= 5 && !line.startsWithCapital(stop + 1);
  }

  private boolean isYear(int at) {
    return line.at(at).length() == 4 && line.at(at).isNumber(FIRST_YEAR, LAST_YEAR);
  }

  private int dayValue(int at) {
    Token token = line.at(at);
    return token.isNumber() ? token.value() : token.meaning().number();
  }

  /** The index after the number of a day and what makes it an ordinal; -1 if there is none. */
  private int afterDay(int at) {
    if (line.is(at, Kind.NUMERAL)) {
      return at + 1;
    }
    Token token = line.at(at);
    if (!token.isNumber(1, 31) || token.length() > 2 || partOfLongerNumber(at)) {
      return -1;
    }
    int next = at + 1;
    if (isOrdinal(next)) {
      return next + 1;
    }
    if ((line.gluedMark(next, ':') || line.at(next).isDash() && line.at(next).glued())
        && isOrdinal(next + 1)) {
      return next + 2;
    }
    boolean dotted = line.gluedMark(next, '.') && line.vocabulary().writes(Manner.DOTTED_DAYS);
    return dotted ? next + 1 : next;
  }

  private boolean isOrdinal(int at) {
    return line.is(at, Kind.ORDINAL) && line.at(at).glued();
  }

  private boolean partOfLongerNumber(int at) {
    boolean decimal =
        line.at(at).glued() && (line.at(at - 1).isMark(',') || line.at(at - 1).isMark('.'));
    return decimal && line.at(at - 2).isNumber() && line.at(at - 1).glued();
  }
}
