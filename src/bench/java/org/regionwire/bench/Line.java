package org.regionwire.bench;

/**
 * One line of the table.
 *
 * @param what is measured
 * @param figure with its unit, or why there is none
 * @param ratio to the yardstick, empty when there is none
 * @param aim what is to be reached, empty when the line is for information
 */
record Line(String what, String figure, String ratio, String aim) {

  static Line notMeasured(String what, String why) {
    return new Line(what, "not measured: " + why, "", "");
  }

  @Override
  public String toString() {
    return "| %s | %s | %s | %s |".formatted(what, figure, ratio, aim);
  }
}
