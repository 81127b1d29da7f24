package org.regionwire.region.event;

import java.util.ArrayList;
import java.util.List;
import org.regionwire.region.event.Part.Form;

/** Finds all days, ranges and lists of days in a line, from left to right. */
final class SpanParser {
  private static final long STARTS = Kind.MONTH.bit() | Kind.WEEKDAY.bit() | Kind.NUMERAL.bit();
  private static final int LONGEST_LIST = 40;

  /** The date of an event is among the first of its text. */
  private static final int MOST = 40;

  private final Line line;
  private final DayParser days;

  SpanParser(Line line) {
    this.line = line;
    this.days = new DayParser(line);
  }

  static List<Mention> mentions(Line line) {
    var parser = new SpanParser(line);
    var found = new ArrayList<Mention>();
    for (int i = 0; i < line.size() && found.size() < MOST; ) {
      Token token = line.at(i);
      boolean starts = token.isNumber() || token.meaning().isAny(STARTS);
      i = starts ? parser.take(i, found) : i + 1;
    }
    return found;
  }

  /** Returns where to go on. */
  private int take(int at, List<Mention> found) {
    var parts = new ArrayList<Part>();
    boolean range = parts(at, parts);
    int seen = parts.isEmpty() ? at + 1 : parts.get(parts.size() - 1).next();
    while (!parts.isEmpty() && parts.get(parts.size() - 1).isDayOnly() && !closes(parts)) {
      parts.remove(parts.size() - 1);
    }
    if (parts.isEmpty()) {
      return Math.max(seen, at + 1);
    }
    Part last = parts.get(parts.size() - 1);
    Mention mention = mention(at, parts, range && parts.size() > 1);
    boolean sound = mention.first().exists() && mention.last().exists();
    if (sound) {
      found.add(mention);
    }
    return sound ? Math.max(mention.to(), at + 1) : Math.max(last.next(), at + 1);
  }

  private static boolean closes(List<Part> parts) {
    return parts.stream().anyMatch(part -> part.month() > 0);
  }

  private boolean parts(int at, List<Part> parts) {
    Part part = days.at(at);
    boolean range = false;
    while (part.exists() && parts.size() < LONGEST_LIST) {
      parts.add(part);
      int link = part.next();
      boolean cases = part.form() == Form.WORDS && line.is(link - 1, Kind.FROM);
      boolean to = isRange(link) || cases;
      if (range || !to && !isList(link)) {
        return range;
      }
      int from = line.skipFillers(cases ? link : afterLink(link));
      Part next = days.at(from);
      boolean joins = next.exists() && joins(part, next, link, to);
      range = joins && to;
      part = joins ? next : Part.NOTHING;
    }
    return range;
  }

  private int afterLink(int link) {
    boolean both = line.at(link).isMark(',') && line.is(link + 1, Kind.AND);
    int next = both ? link + 2 : link + 1;
    return line.is(next, Kind.TO) || line.is(next, Kind.FILLER) ? next + 1 : next;
  }

  private boolean isRange(int at) {
    return line.at(at).isDash()
        || line.is(at, Kind.TO)
        || line.is(at, Kind.UNTIL) && line.is(at, Kind.TO);
  }

  private boolean isList(int at) {
    Token token = line.at(at);
    return token.is(Kind.AND)
        || token.isMark(',')
        || token.isMark('&')
        || token.isMark('+')
        || token.isMark('/') && token.glued();
  }

  private boolean joins(Part a, Part b, int link, boolean range) {
    boolean rising = !range || a.month() != b.month() && b.month() > 0 || a.day() < b.day();
    if (a.isDayOnly()) {
      return (b.isDayOnly() || b.form() == Form.WORDS || b.form() == Form.NUMERIC)
          && (!range || a.day() < b.day());
    }
    if (b.isDayOnly()) {
      boolean plain = range || line.is(link, Kind.AND) || line.at(link).isMark('&');
      return a.form() == Form.MONTH_FIRST && plain && a.day() < b.day() && !isAmount(b.next());
    }
    boolean alike = (a.form() == Form.NUMERIC) == (b.form() == Form.NUMERIC);
    return alike && (rising || a.year() != b.year());
  }

  private boolean isAmount(int next) {
    Token token = line.at(next);
    return token.is(Kind.UNIT)
        || token.isMark('%')
        || token.isMark(':')
        || token.is(Kind.AM)
        || token.is(Kind.PM);
  }

  private Mention mention(int at, List<Part> parts, boolean range) {
    Part first = parts.get(0);
    Part last = parts.get(parts.size() - 1);
    int month = first.month() > 0 ? first.month() : nextMonth(parts);
    int lastMonth = last.month() > 0 ? last.month() : month;
    int year = last.year() > 0 ? last.year() : yearAfter(first, month, lastMonth);
    Part end = last.withMonth(lastMonth).withYear(year);
    int firstYear =
        first.year() > 0 || year == 0 ? first.year() : year - (month > lastMonth ? 1 : 0);
    Part start = first.withMonth(month).withYear(firstYear);
    int to = weekdayAfter(end.next());
    if (parts.size() == 1) {
      start = to > end.next() ? start.withWeekday(weekdayIn(end.next(), to)) : start;
      end = start;
    }
    return bounded(at, to, start, end, range);
  }

  private static int nextMonth(List<Part> parts) {
    return parts.stream().mapToInt(Part::month).filter(m -> m > 0).findFirst().orElse(0);
  }

  private static int yearAfter(Part first, int month, int lastMonth) {
    return first.year() == 0 ? 0 : first.year() + (lastMonth < month ? 1 : 0);
  }

  private Mention bounded(int at, int to, Part start, Part end, boolean range) {
    var mention = new Mention(line, at, to, start, end, range, false, false);
    boolean single = start == end;
    boolean open =
        single && (mention.after(Kind.FROM) || ends(to, Kind.FROM) || line.is(to, Kind.ONWARDS));
    boolean until = single && !open && (mention.after(Kind.UNTIL) || ends(to, Kind.UNTIL));
    return new Mention(line, at, to, start, end, range, open, until);
  }

  /** Whether the case of its month says so. */
  private boolean ends(int to, Kind kind) {
    return line.is(to - 1, kind) && line.is(to - 1, Kind.MONTH);
  }

  /** After {@code 5 June (Friday)} or {@code 5 June, Friday}; else {@code at}. */
  private int weekdayAfter(int at) {
    int next = line.at(at).isMark('(') || line.at(at).isMark(',') ? at + 1 : at;
    next = next > at && (line.is(next, Kind.FILLER) || line.is(next, Kind.FROM)) ? next + 1 : next;
    boolean follows = next > at && line.is(next, Kind.WEEKDAY);
    return follows && !days.at(next).exists() ? next + 1 : at;
  }

  private int weekdayIn(int from, int to) {
    for (int i = from; i < to; i++) {
      if (line.is(i, Kind.WEEKDAY)) {
        return line.at(i).meaning().weekday();
      }
    }
    return 0;
  }
}
