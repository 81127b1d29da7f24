package org.regionwire.digest;

import java.time.Instant;
import java.util.Locale;

/**
 * What must not go out until then, and why.
 *
 * @param name which of the scope; empty for all
 */
public record Pause(Scope scope, String name, Instant since, Instant until, String reason) {
  /**
   * The end of one that only a person ends: nine thousand years from now, which both databases
   * hold.
   */
  public static final Instant OPEN = Instant.parse("9999-12-31T00:00:00Z");

  /** What is held. */
  public enum Scope {
    ALL,
    RUN,
    SELECTION,
    DESTINATION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isOpen() {
    return until.equals(OPEN);
  }
}
