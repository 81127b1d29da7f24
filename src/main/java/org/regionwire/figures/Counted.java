package org.regionwire.figures;

import java.util.Locale;

/** What is counted. */
public enum Counted {
  /** Submissions and changes that were accepted. */
  TAKEN,
  /** Those that were refused for what is in them. */
  REFUSED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
