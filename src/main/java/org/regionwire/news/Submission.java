package org.regionwire.news;

import java.time.Instant;
import java.util.Optional;

/**
 * What a sender gave us: one file in the inbox or one HTTP request. Untrusted.
 *
 * @param key see {@link Origin#key()}
 * @param keyed whether a repetition can be recognised by the key, so that the id comes from it
 * @param target the item it changes, when it says so by our id
 */
public record Submission(
    String sender,
    String key,
    boolean keyed,
    String bodyHash,
    Instant received,
    Format format,
    byte[] body,
    Optional<Target> target) {

  /** One that names no item of ours. */
  public Submission(
      String sender,
      String key,
      boolean keyed,
      String bodyHash,
      Instant received,
      Format format,
      byte[] body) {
    this(sender, key, keyed, bodyHash, received, format, body, Optional.empty());
  }
}
