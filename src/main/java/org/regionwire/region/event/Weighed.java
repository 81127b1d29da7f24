package org.regionwire.region.event;

/** A dated mention, what it is the day of, and how much speaks for it. */
record Weighed(Dated dated, Role role, double weight) {
  static final double ENOUGH = 1.5;

  boolean isEnough() {
    return weight >= ENOUGH;
  }

  Mention mention() {
    return dated.mention();
  }
}
