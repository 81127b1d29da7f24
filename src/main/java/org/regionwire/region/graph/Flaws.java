package org.regionwire.region.graph;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the files, to be told all at once. */
final class Flaws {
  private final List<String> found = new ArrayList<>();

  void add(Line line, String detail) {
    found.add(line + ": " + detail);
  }

  void addWhen(boolean wrong, Line line, String detail) {
    if (wrong) {
      add(line, detail);
    }
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new BadRegionFiles(found);
    }
  }
}
