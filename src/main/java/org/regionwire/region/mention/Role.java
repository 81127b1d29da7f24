package org.regionwire.region.mention;

/** What the ending of a name, or the word before it, says about the place. */
enum Role {
  PLAIN,
  /** In it, at it. */
  IN,
  /** Out of it, away from it. */
  FROM,
  TO,
  OF,
  /** An adjective made of it: Рижский, Rostocker. */
  ADJ,
  /** Those who live there. */
  PEOPLE,
  /** A word of which the name is the first part: Göteborgsområdet. */
  COMPOUND;

  static final Role[] ALL = values();

  static Role named(String name) {
    return valueOf(name.toUpperCase(java.util.Locale.ROOT));
  }
}
