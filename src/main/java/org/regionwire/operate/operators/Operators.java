package org.regionwire.operate.operators;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.regionwire.operate.operators.JdbiOperators.Operator;

/**
 * Who may see and decide everything: by a token, or by the session that it opened. Nothing is kept
 * of a session; it ends with its time, or when its token is replaced or revoked.
 */
public final class Operators {
  public static final Duration SESSION = Duration.ofHours(12);

  private final JdbiOperators table;
  private final UnaryOperator<String> seal;
  private final Passes passes;
  private final Clock clock;

  /**
   * @param seal makes of a text what nobody without the house's secret can make of it
   */
  public Operators(JdbiOperators table, UnaryOperator<String> seal, Clock clock) {
    this.table = table;
    this.seal = seal;
    this.passes = new Passes(seal, clock);
    this.clock = clock;
  }

  /** Whether there is any token. */
  public boolean any() {
    return !table.all().isEmpty();
  }

  /** An operator's token, or the pass of a command of ours. */
  public boolean knows(String token) {
    return passes.holds(token) || table.withToken(token).isPresent();
  }

  /** The session that a token opens; empty when it is none of ours. */
  public Optional<String> open(String token) {
    var now = clock.instant();
    var operator = table.withToken(token);
    operator.ifPresent(one -> table.used(one.name(), now));
    return operator.map(one -> session(one, now.plus(SESSION).getEpochSecond()));
  }

  /** Whether a session is one of ours, and its time is not over. */
  public boolean holds(String session) {
    var parts = session.split("\\.", -1);
    if (parts.length != 3 || !parts[1].matches("[0-9]{1,12}")) {
      return false;
    }
    long end = Long.parseLong(parts[1]);
    return Instant.ofEpochSecond(end).isAfter(clock.instant())
        && table.named(parts[0]).filter(one -> same(session, session(one, end))).isPresent();
  }

  /** The hash in the seal: with another token it does not fit any more. */
  private String session(Operator operator, long end) {
    String what = operator.name() + "." + end;
    return what + "." + seal.apply("operator " + what + " " + operator.hash());
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
