package org.regionwire.digest.mail;

/**
 * What was found when something was looked at.
 *
 * @param well whether it may stay as it is
 * @param says what it is, and if it is not well, how to mend it
 */
public record Finding(boolean well, String says) {
  static Finding well(String says) {
    return new Finding(true, says);
  }

  static Finding ill(String says) {
    return new Finding(false, says);
  }
}
