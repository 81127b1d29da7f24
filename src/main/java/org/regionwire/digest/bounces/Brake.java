package org.regionwire.digest.bounces;

/** Holds all letters back until a person lets them go. */
public interface Brake {
  /**
   * @param why for the operator
   */
  void pause(String why);
}
