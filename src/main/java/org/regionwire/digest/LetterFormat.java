package org.regionwire.digest;

import java.util.Locale;
import java.util.Optional;

/** How a subscriber wants letters: HTML with the same as text beside it, or text alone. */
public enum LetterFormat {
  HTML,
  TEXT;

  /** As it is written in requests and in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<LetterFormat> of(String word) {
    for (LetterFormat format : values()) {
      if (format.word().equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }
}
