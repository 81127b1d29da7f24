package org.regionwire.region.event;

import java.time.LocalTime;
import java.util.Optional;

/** Reads hours: {@code kl. 14.40}, {@code kello 11–13}, {@code 18.30 - 20.00}, {@code 7 pm}. */
final class ClockParser {
  private final Line line;

  ClockParser(Line line) {
    this.line = line;
  }

  /** A time with whether its minutes were told, in which way, and where it ends. */
  private record Hour(
      int hour, int minute, boolean colon, boolean minutes, boolean marked, int next) {
    Hour inHalf(boolean pm) {
      int h = pm && hour < 12 ? hour + 12 : !pm && hour == 12 ? 0 : hour;
      return new Hour(h, minute, colon, minutes, marked, next);
    }

    LocalTime time() {
      return LocalTime.of(hour % 24, minute);
    }
  }

  Optional<Clock> at(int at) {
    boolean word = line.is(at, Kind.CLOCK);
    int from = word && line.gluedMark(at + 1, '.') ? at + 2 : word ? at + 1 : at;
    while (word && line.is(from, Kind.FILLER) && from < at + 4) {
      from++;
    }
    if (!word && continuesNumber(from)) {
      return Optional.empty();
    }
    return hour(from).flatMap(hour -> clock(hour, word));
  }

  private boolean continuesNumber(int at) {
    Token before = line.at(at - 1);
    return line.at(at).glued()
        && (before.isMark('.')
            || before.isMark(',')
            || before.isMark(':')
            || before.isMark('/')
            || before.isWord());
  }

  private Optional<Clock> clock(Hour first, boolean word) {
    int link = first.next();
    boolean range =
        line.at(link).isDash()
            || line.is(link, Kind.TO)
            || line.is(link, Kind.AND) && (word || first.minutes());
    int from = line.is(link + 1, Kind.CLOCK) ? link + 2 : link + 1;
    var second = range ? hour(from) : Optional.<Hour>empty();
    boolean sure =
        word || first.colon() || first.marked() || first.minutes() && first.minute() > 12;
    boolean both =
        second.filter(s -> s.marked() || s.colon() || first.minutes() && s.minutes()).isPresent();
    if (!sure && !both) {
      return Optional.empty();
    }
    if (second.isEmpty()
        || !second.get().minutes() && first.minutes() && !word && !second.get().marked()) {
      return Optional.of(new Clock(first.time(), Optional.empty(), first.next()));
    }
    Hour end = second.get();
    boolean evening =
        !first.marked()
            && end.hour() >= 12
            && first.hour() < 12
            && end.marked()
            && end.hour() - 12 > first.hour()
            && isPm(end);
    Hour start = evening ? first.inHalf(true) : first;
    boolean rises = end.time().isAfter(start.time());
    return Optional.of(
        new Clock(start.time(), rises ? Optional.of(end.time()) : Optional.empty(), end.next()));
  }

  private boolean isPm(Hour hour) {
    return line.is(hour.next() - 1, Kind.PM) || line.is(hour.next() - 2, Kind.PM);
  }

  private Optional<Hour> hour(int at) {
    if (!line.at(at).isNumber(0, 24) || line.at(at).length() > 2) {
      return Optional.empty();
    }
    boolean mark = line.gluedMark(at + 1, ':') || line.gluedMark(at + 1, '.');
    Token minute = line.at(at + 2);
    boolean minutes = mark && minute.isNumber(0, 59) && minute.length() == 2 && minute.glued();
    if (minutes
        && line.gluedMark(at + 3, '.')
        && line.at(at + 4).isNumber()
        && line.at(at + 4).glued()) {
      return Optional.empty();
    }
    int next = minutes ? at + 3 : at + 1;
    boolean half = line.is(next, Kind.AM) || line.is(next, Kind.PM);
    boolean marked = half || line.is(next, Kind.HOUR);
    var hour =
        new Hour(
            line.at(at).value(),
            minutes ? minute.value() : 0,
            minutes && line.at(at + 1).isMark(':'),
            minutes,
            marked,
            marked ? next + 1 : next);
    return Optional.of(half ? hour.inHalf(line.is(next, Kind.PM)) : hour);
  }
}
