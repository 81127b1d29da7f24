package org.regionwire.bench;

import java.util.ArrayList;
import java.util.List;

/** One side of a comparison, measured in turn with the other. */
final class Side {
  /** How many a second, measured now. */
  interface Rate {
    double perSecond() throws Exception;
  }

  private final String name;
  private final Rate rate;
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> ratios = new ArrayList<>();

  Side(String name, Rate rate) {
    this.name = name;
    this.rate = rate;
  }

  /** First the yardstick, then this. */
  void measure(Side yardstick) throws Exception {
    double whole = yardstick.measure();
    ratios.add(measure() / whole);
  }

  private double measure() throws Exception {
    double measured = rate.perSecond();
    rates.add(measured);
    System.out.println("  " + name + ": " + Figures.rounded(measured) + "/s");
    return measured;
  }

  Line line(String what, String aim) {
    return line(what, aim, "");
  }

  Line line(String what, String aim, String more) {
    String ratio = ratios.isEmpty() ? "1" : Figures.spread(ratios);
    return new Line(what, Figures.rounded(Figures.median(rates)) + "/s" + more, ratio, aim);
  }
}
