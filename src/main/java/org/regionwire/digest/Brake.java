package org.regionwire.digest;

/** Holds all letters back until a person lets them go. */
public interface Brake {
  /**
   * @param why for the operator
   */
  void pause(String why);
}
