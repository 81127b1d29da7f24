package org.regionwire.push;

import java.time.Instant;

/**
 * A wish that somebody uttered in a callback's name, to be verified there; or a refusal to be told.
 *
 * @param place the address of its host when it was asked for, or the host's name
 * @param secret empty if none was given
 * @param etag of the topic when it was asked for
 * @param reason of a refusal; empty otherwise
 * @param attempts made so far
 */
record Intent(
    String id,
    Mode mode,
    String topic,
    Callback callback,
    String place,
    String secret,
    long leaseSeconds,
    String etag,
    String reason,
    int attempts,
    Instant due) {
  enum Mode {
    SUBSCRIBE,
    UNSUBSCRIBE,
    DENIED;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
