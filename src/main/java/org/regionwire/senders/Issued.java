package org.regionwire.senders;

import java.time.Instant;
import java.util.Optional;

/**
 * A token that was issued, without the token itself.
 *
 * @param hash SHA-256 of the token, in hexadecimal
 * @param used when it was last used, late by up to a minute
 */
public record Issued(
    Sender sender,
    String hash,
    Instant created,
    Optional<Instant> expires,
    Optional<Instant> revoked,
    Optional<Instant> used) {

  /** Whether it admits anybody at this time. */
  public boolean valid(Instant now) {
    return revoked.isEmpty() && expires.filter(end -> !now.isBefore(end)).isEmpty();
  }

  @Override
  public String toString() {
    return "Issued" + sender;
  }
}
