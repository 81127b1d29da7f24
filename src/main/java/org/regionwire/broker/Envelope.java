package org.regionwire.broker;

import java.util.Map;
import java.util.Optional;

/**
 * A message before it is sent.
 *
 * @param text JSON a person can read in the broker's console
 * @param duplicateId a second message with the same one is dropped by the broker
 * @param properties for whoever looks into the queue
 */
public record Envelope(String text, Optional<String> duplicateId, Map<String, String> properties) {
  public static Envelope of(String text) {
    return new Envelope(text, Optional.empty(), Map.of());
  }
}
