package org.regionwire.operate.operators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * With a pass a command of ours comes to the operator's door of a running wire: who can make one
 * can read the house's secret, and so has the database too.
 */
public final class Passes {
  private static final Duration VALID = Duration.ofMinutes(5);
  private static final String BEGIN = "command.";

  private final UnaryOperator<String> seal;
  private final Clock clock;

  /**
   * @param seal makes of a text what nobody without the house's secret can make of it
   */
  public Passes(UnaryOperator<String> seal, Clock clock) {
    this.seal = seal;
    this.clock = clock;
  }

  public String make() {
    return sealed(clock.instant().plus(VALID).getEpochSecond());
  }

  private String sealed(long end) {
    return BEGIN + end + "." + seal.apply("command until " + end);
  }

  boolean holds(String pass) {
    if (!pass.matches("command\\.[0-9]{1,12}\\.[0-9a-z]+")) {
      return false;
    }
    long end = Long.parseLong(pass.substring(BEGIN.length(), pass.lastIndexOf('.')));
    Instant now = clock.instant();
    boolean inTime =
        now.isBefore(Instant.ofEpochSecond(end))
            && !now.plus(VALID.multipliedBy(2)).isBefore(Instant.ofEpochSecond(end));
    return inTime
        && MessageDigest.isEqual(
            pass.getBytes(StandardCharsets.UTF_8), sealed(end).getBytes(StandardCharsets.UTF_8));
  }
}
