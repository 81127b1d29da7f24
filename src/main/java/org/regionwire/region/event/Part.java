package org.regionwire.region.event;

/**
 * A day as one stretch of text tells it; 0 for what it does not tell.
 *
 * @param weekday Monday is 1
 * @param next index of the token after it
 */
record Part(int day, int month, int year, int weekday, int next, Form form) {
  enum Form {
    NOTHING,
    /** Only the number of a day, which needs a neighbour with a month. */
    DAY_ONLY,
    /** {@code 5 June}. */
    WORDS,
    /** {@code June 5}. */
    MONTH_FIRST,
    NUMERIC
  }

  static final Part NOTHING = new Part(0, 0, 0, 0, 0, Form.NOTHING);
  private static final int[] LENGTHS = {31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** {@link #NOTHING} unless there is such a day in some year. */
  static Part of(int day, int month, int year, int next, Form form) {
    boolean exists = day >= 1 && month >= 0 && month <= 12 && day <= LENGTHS[month];
    return exists ? new Part(day, month, year, 0, next, form) : NOTHING;
  }

  boolean exists() {
    return form != Form.NOTHING;
  }

  boolean isDayOnly() {
    return form == Form.DAY_ONLY;
  }

  Part withWeekday(int of) {
    return new Part(day, month, year, of, next, form);
  }

  Part withYear(int of) {
    return new Part(day, month, of, weekday, next, form);
  }

  Part withMonth(int of) {
    return Part.of(day, of, year, next, form).withWeekday(weekday);
  }

  Part withNext(int of) {
    return new Part(day, month, year, weekday, of, form);
  }
}
