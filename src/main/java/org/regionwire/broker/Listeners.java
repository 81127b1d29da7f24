package org.regionwire.broker;

/** Outsiders who listen to {@code wire.<region>.<kind>}. */
public interface Listeners {
  /** False when surely nobody listens now, to whatever. */
  boolean heard();

  /**
   * Gives it to everyone who listens now, without a disk.
   *
   * @param address {@code wire.malmo.news}
   */
  void tell(String address, String mediaType, String text);
}
