package org.regionwire.digest.letters;

import java.util.List;

/** Some entries of a letter under one heading. */
public record Section(String heading, List<Entry> entries) {
  public Section {
    entries = List.copyOf(entries);
  }

  /** As text, with a line under it. */
  public String underlined() {
    String loud = heading.toUpperCase(java.util.Locale.ROOT);
    return loud + "\n" + "=".repeat(loud.length());
  }
}
