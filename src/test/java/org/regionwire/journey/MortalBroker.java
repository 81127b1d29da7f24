package org.regionwire.journey;

import java.util.Map;

/** An outside broker that is killed while nodes work with it. */
interface MortalBroker extends AutoCloseable {
  /** As a node's {@code regionwire.broker}. */
  String address();

  /** Returns when it takes messages. */
  void starts();

  /** SIGKILL, and what follows. */
  void diesAndComesBack();

  /** Returns when what began is at its end. */
  default void settles() {}

  @Override
  void close();

  /** With no other to take its place. */
  static MortalBroker alone(ArtemisProcess process) {
    return new MortalBroker() {
      @Override
      public String address() {
        return process.address();
      }

      @Override
      public void starts() {
        process.starts(Map.of());
      }

      @Override
      public void diesAndComesBack() {
        process.dies();
        starts();
      }

      @Override
      public void close() {
        process.close();
      }
    };
  }
}
