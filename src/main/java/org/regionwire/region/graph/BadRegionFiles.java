package org.regionwire.region.graph;

import java.util.List;

/** Region or topic files that cannot be used: every problem, each with its file and line. */
public final class BadRegionFiles extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  BadRegionFiles(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** Such as {@code cities.yaml line 12: parent "swedn" is not a region; did you mean sweden?} */
  public List<String> problems() {
    return problems;
  }
}
