package org.regionwire.intake.validating;

import org.regionwire.intake.text.Words;

/** JSON Pointers (RFC 6901). */
final class Pointers {
  private Pointers() {}

  /** To the field {@code name} of what {@code parent} points to; cut where a name is absurd. */
  static String in(String parent, String name) {
    return parent + "/" + Words.shown(name).replace("~", "~0").replace("/", "~1");
  }
}
