package org.regionwire.intake.validating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.regionwire.intake.Problem;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;

/** All mistakes of one submission; the first one at each place counts. */
final class Problems {
  /** So that a hostile submission cannot make us write a book. */
  private static final int SHOWN = 200;

  private final List<Problem> found = new ArrayList<>();
  private final Set<String> places = new HashSet<>();
  private int hidden;

  void add(String pointer, String detail) {
    if (!places.add(pointer)) {
      return;
    }
    if (found.size() < SHOWN) {
      found.add(new Problem(pointer, detail));
    } else {
      hidden++;
    }
  }

  boolean full() {
    return found.size() >= SHOWN;
  }

  boolean at(String pointer) {
    return places.contains(pointer);
  }

  void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    if (hidden > 0) {
      found.add(new Problem("", Words.of("and %,d more problems", hidden)));
    }
    throw new Refused(422, found);
  }
}
