package org.regionwire.region.event;

/** What a word can mean beside a date. The names, in small letters, are keys of the word lists. */
enum Kind {
  MONTH,
  WEEKDAY,
  /** A spelled day of the month, such as {@code first}. */
  NUMERAL,
  /** What follows a number to make it an ordinal: {@code th}, {@code го}. */
  ORDINAL,
  /** Stands between the parts of a date and adds nothing: {@code of}, {@code den}. */
  FILLER,
  /** Follows the number of a year: {@code gada}, {@code года}. */
  YEARWORD,
  /** Follows the number of a day: {@code d.}, {@code päivänä}. */
  DAYWORD,
  AND,
  TO,
  FROM,
  /** Names a last day only: {@code by}, {@code until}. */
  UNTIL,
  TODAY,
  TOMORROW,
  YESTERDAY,
  THIS,
  NEXT,
  LAST,
  THISYEAR,
  NEXTYEAR,
  LASTYEAR,
  /** Stands before an hour: {@code kl}. */
  CLOCK,
  /** Stands after an hour: {@code Uhr}. */
  HOUR,
  AM,
  PM,
  /** A measure that shows a number to be an amount: {@code percent}, {@code euro}. */
  UNIT,
  /** What happens: {@code conference}. */
  NOUN,
  /** That it happens: {@code takes place}. */
  VERB,
  /** What stands before a colon and the date: {@code when}. */
  LABEL,
  /** That something begins, be it an event or a bus line. */
  START,
  /** That something opens with people there: {@code inaugurated}. */
  OPENING,
  END,
  /** A last day to do something before the event. */
  DEADLINE,
  /** What is open before an event begins: {@code registration}, {@code tickets}. */
  ENROL,
  /** Before our time, or a law, a birth, a street. */
  BACKGROUND,
  /** The date no longer holds: {@code originally}. */
  OLD,
  /** Follows a date that no longer holds. */
  REPLACED,
  /** Follows a first day: {@code onwards}. */
  ONWARDS,
  /** A new date replaces another: {@code moved}. */
  MOVED,
  /** When the text was written: {@code published}. */
  ISSUED,
  /** Something that happened, and is no event to go to: {@code decided}. */
  NEWS,
  /** An accident or a crime: what nobody is invited to. */
  MISHAP,
  /** A street or square, which may be named for a day. */
  STREET,
  PAST,
  FUTURE,
  /** So frequent that it tells the language. */
  COMMON;

  long bit() {
    return 1L << ordinal();
  }
}
