package org.regionwire.region.gazetteer;

import java.util.List;

/**
 * How a place came by a name, as the packed file says it in a byte: 0 its own, 1 to 11 in that
 * language, 20 an alias chosen by hand, 21 an untagged alternate, which is noisy; 128 is added to a
 * name that is shown but not looked for.
 */
public final class NameRank {
  public static final int OWN = 0;
  public static final int ALIAS = 20;
  public static final int ALTERNATE = 21;

  /** In the order of their numbers, which start at 1. */
  public static final List<String> LANGUAGES =
      List.of("en", "sv", "da", "no", "fi", "et", "lv", "lt", "pl", "de", "ru");

  private static final int SILENT = 128;

  private NameRank() {}

  static boolean isSilent(int rank) {
    return (rank & SILENT) != 0;
  }

  static int of(int rank) {
    return rank & ~SILENT;
  }

  /** Whether the name is of a language, and not the place's own or an alias. */
  public static boolean isTagged(int rank) {
    return rank >= 1 && rank <= LANGUAGES.size();
  }

  /** The number of a language, as in a rank; 0 for others. */
  public static int number(String language) {
    return LANGUAGES.indexOf(language) + 1;
  }
}
