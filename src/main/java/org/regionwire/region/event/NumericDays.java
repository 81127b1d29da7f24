package org.regionwire.region.event;

import org.regionwire.region.event.Part.Form;

/** Reads days that are written in numbers only: {@code 2007-06-13}, {@code 4.6.}, {@code 25/7}. */
final class NumericDays {
  private final Line line;

  NumericDays(Line line) {
    this.line = line;
  }

  Part at(int at) {
    if (!line.at(at).isNumber() || continuesNumber(at)) {
      return Part.NOTHING;
    }
    Part part = yearMonthDay(at);
    part = part.exists() ? part : dayMonthYear(at);
    part = part.exists() ? part : dayMonth(at);
    return part.exists() && !continues(part.next()) ? part : Part.NOTHING;
  }

  /** Part of a version, an amount or a longer row of numbers. */
  private boolean continuesNumber(int at) {
    Token before = line.at(at - 1);
    if (!line.at(at).glued()) {
      return false;
    }
    boolean row = before.isMark('.') || before.isMark('/') || before.isMark(',');
    return before.isWord()
        || before.isNumber()
        || row && line.at(at - 2).isNumber() && before.glued();
  }

  private boolean continues(int next) {
    Token after = line.at(next);
    boolean row = after.isMark('.') || after.isMark('/') || after.isMark(',');
    return after.glued()
            && (after.isNumber()
                || row && line.at(next + 1).isNumber() && line.at(next + 1).glued())
        || after.isMark('%')
        || after.is(Kind.UNIT);
  }

  private boolean gluedNumber(int at) {
    return line.at(at).isNumber() && line.at(at).glued();
  }

  private Part yearMonthDay(int at) {
    Token mark = line.at(at + 1);
    boolean form =
        isYear(at) && (mark.isMark('-') || mark.isMark('.') || mark.isMark('/')) && mark.glued();
    if (!form || !gluedNumber(at + 2) || line.at(at + 2).length() != 2) {
      return Part.NOTHING;
    }
    if (line.at(at + 3).value() != mark.value() || !gluedNumber(at + 4)) {
      return Part.NOTHING;
    }
    return Part.of(value(at + 4), month(at + 2), value(at), at + 5, Form.NUMERIC);
  }

  private Part dayMonthYear(int at) {
    Token mark = line.at(at + 1);
    boolean form = mark.isMark('-') || mark.isMark('.') || mark.isMark('/');
    boolean spaced = mark.isMark('.') && !line.at(at + 2).glued();
    if (!form
        || !mark.glued()
        || line.at(at + 3).value() != mark.value()
        || !line.at(at + 3).glued()) {
      return Part.NOTHING;
    }
    boolean glue = spaced || gluedNumber(at + 2) && gluedNumber(at + 4);
    if (!glue || !isSmall(at) || !isSmall(at + 2)) {
      return Part.NOTHING;
    }
    int year = isYear(at + 4) ? value(at + 4) : shortYear(at + 4, spaced);
    int end = line.gluedMark(at + 5, '.') && !line.startsWithCapital(at + 6) ? at + 6 : at + 5;
    boolean american = mark.isMark('/') && value(at + 2) > 12 && value(at) <= 12;
    int day = american ? value(at + 2) : value(at);
    return year == 0
        ? Part.NOTHING
        : Part.of(day, month(american ? at : at + 2), year, end, Form.NUMERIC);
  }

  private int shortYear(int at, boolean spaced) {
    boolean form = !spaced && line.at(at).isNumber() && line.at(at).length() == 2;
    return form ? 2000 + value(at) : 0;
  }

  /** Without a year it takes more to tell a day from an amount or an hour. */
  private Part dayMonth(int at) {
    Token mark = line.at(at + 1);
    if (!mark.glued() || !gluedNumber(at + 2) || !isSmall(at) || !isSmall(at + 2)) {
      return Part.NOTHING;
    }
    if (mark.isMark('/')) {
      return slashed(at);
    }
    boolean closed = line.gluedMark(at + 3, '.') && line.vocabulary().writes(Manner.SHORT_NUMERIC);
    boolean padded = line.at(at).length() == 2 && line.at(at + 2).length() == 2;
    boolean weekday = line.is(at - 1, Kind.WEEKDAY) || line.is(at - 2, Kind.WEEKDAY);
    if (!mark.isMark('.') || isClock(at) || !closed && !padded && !weekday) {
      return Part.NOTHING;
    }
    int end = closed ? at + 4 : at + 3;
    return Part.of(value(at), month(at + 2), 0, end, Form.NUMERIC);
  }

  private Part slashed(int at) {
    boolean fraction = value(at) < value(at + 2) && value(at) <= 3 && value(at + 2) <= 4;
    if (!line.vocabulary().writes(Manner.SLASHES) || fraction || line.at(at + 2).value() == 0) {
      return Part.NOTHING;
    }
    boolean year = line.gluedMark(at + 3, '-') && line.at(at + 4).glued() && isYear(at + 4);
    return year
        ? Part.of(value(at), month(at + 2), value(at + 4), at + 5, Form.NUMERIC)
        : Part.of(value(at), month(at + 2), 0, at + 3, Form.NUMERIC);
  }

  private boolean isClock(int at) {
    int before = line.gluedMark(at - 1, '.') ? at - 2 : at - 1;
    Token after = line.at(at + 3);
    boolean range = after.isDash() && line.at(at + 4).isNumber() && !line.gluedMark(at + 3, '.');
    boolean hourRange =
        range && value(at + 2) % 5 == 0 && !line.gluedMark(at + 7, '.') && value(at + 6) > 12;
    return line.is(before, Kind.CLOCK) || after.is(Kind.HOUR) || hourRange;
  }

  private boolean isSmall(int at) {
    return line.at(at).isNumber(1, 31) && line.at(at).length() <= 2;
  }

  private boolean isYear(int at) {
    return line.at(at).length() == 4 && line.at(at).isNumber(1900, 2100);
  }

  private int value(int at) {
    return line.at(at).value();
  }

  /** 99, which no month has, when it is none. */
  private int month(int at) {
    return value(at) >= 1 && value(at) <= 12 ? value(at) : 99;
  }
}
