package org.regionwire.region.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a language writes dates. The names, with hyphens, stand under {@code writes} in its list. */
enum Manner {
  /** {@code June 5}. */
  MONTH_DAY,
  /** {@code syyskuun 7.}, only with an ordinal. */
  MONTH_ORDINAL,
  /** Names of months have a capital; those in small letters are other words. */
  CAPITAL_MONTHS,
  /** {@code 4.6.}. */
  SHORT_NUMERIC,
  /** {@code 25/7}. */
  SLASHES,
  /** {@code 5. June}. */
  DOTTED_DAYS;

  static List<Manner> list(String names) {
    return Arrays.stream(names.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(name -> valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .toList();
  }
}
