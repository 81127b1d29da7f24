package org.regionwire.broker;

final class Closing {
  private Closing() {}

  /** For what is broken or on its way out already: a failure to close it changes nothing. */
  static void quietly(AutoCloseable closing) {
    try {
      closing.close();
    } catch (Exception ignored) {
      return;
    }
  }
}
