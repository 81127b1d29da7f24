package org.regionwire.news;

import java.util.Locale;
import java.util.Optional;

/** What an item is. An event has a start. */
public enum Kind {
  NEWS,
  EVENT;

  /** As it is written in submissions, feeds and addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Kind> of(String word) {
    for (Kind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
