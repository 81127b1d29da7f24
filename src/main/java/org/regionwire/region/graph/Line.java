package org.regionwire.region.graph;

/** A place in a file; the first line is 1. */
record Line(String file, int number) {
  @Override
  public String toString() {
    return file + " line " + number;
  }
}
