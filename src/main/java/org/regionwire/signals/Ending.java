package org.regionwire.signals;

import java.util.Locale;

/** How work ended. */
public enum Ending {
  DONE,
  /** A mistake of whoever asked, or a letter that nobody takes. */
  REFUSED,
  /** A failure of ours or a neighbour's. */
  FAILED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Of an answer by HTTP. */
  public static Ending ofStatus(int status) {
    if (status >= 500 || status <= 0) {
      return FAILED;
    }
    return status >= 400 ? REFUSED : DONE;
  }
}
