package org.regionwire.broker;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who may read events from the broker over the network, and where it listens for them.
 *
 * @param listens host and port ({@code 127.0.0.1:5672}) by protocol: AMQP, MQTT, STOMP; empty when
 *     nothing listens
 * @param readers passwords by user name
 */
public record Outsiders(Map<String, String> listens, Map<String, String> readers) {
  /** Nobody. */
  public static final Outsiders NONE = new Outsiders(Map.of(), Map.of());

  public Outsiders {
    listens = Map.copyOf(new LinkedHashMap<>(listens));
    readers = Map.copyOf(readers);
  }

  boolean any() {
    return !listens.isEmpty();
  }

  @Override
  public String toString() {
    return "Outsiders" + listens;
  }
}
