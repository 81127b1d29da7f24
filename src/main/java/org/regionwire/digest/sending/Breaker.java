package org.regionwire.digest.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.regionwire.digest.Patience;
import org.regionwire.digest.Pause;
import org.regionwire.digest.mail.Outcome;
import org.regionwire.digest.mail.Outcome.Kind;

/**
 * Lets a destination rest that takes nothing, and holds it when it refuses us for what we are
 * (5.7.x): to go on would make it worse, and no reader is to blame.
 */
final class Breaker {
  /** In a row, of one destination. */
  static final int REFUSED = 3;

  static final int DEFERRED = 5;

  /** In a row, wherever they go: then it is the relay, or we. */
  static final int EVERYWHERE = 20;

  static final Duration HELD = Duration.ofHours(1);

  private static final String ALL = "";

  private final Map<String, Streak> streaks = new HashMap<>();

  private static final class Streak {
    private int refused;
    private int deferred;
    private int rests;
    private Instant until = Instant.MIN;
  }

  /** What must be held from now on because of this answer. */
  synchronized Optional<Pause> heard(String destination, Outcome outcome, Instant now) {
    if (outcome.isAboutUs()) {
      return refused(destination, outcome, now);
    }
    if (outcome.kind() == Kind.DEFERRED || outcome.kind() == Kind.UNCERTAIN) {
      deferred(destination, DEFERRED, now);
      deferred(ALL, EVERYWHERE, now);
    } else {
      streaks.remove(destination);
      streaks.remove(ALL);
    }
    return Optional.empty();
  }

  /** Until then nothing should go there. */
  synchronized Optional<Instant> rests(String destination, Instant now) {
    var there = until(destination);
    var everywhere = until(ALL);
    return Optional.of(there.isAfter(everywhere) ? there : everywhere).filter(now::isBefore);
  }

  private Instant until(String destination) {
    var streak = streaks.get(destination);
    return streak == null ? Instant.MIN : streak.until;
  }

  private Optional<Pause> refused(String destination, Outcome outcome, Instant now) {
    boolean everywhere = isMany(ALL, EVERYWHERE, now);
    boolean there = isMany(destination, REFUSED, now);
    if (everywhere) {
      return Optional.of(new Pause(Pause.Scope.ALL, "", now, now.plus(HELD), outcome.reply()));
    }
    return there
        ? Optional.of(
            new Pause(Pause.Scope.DESTINATION, destination, now, now.plus(HELD), outcome.reply()))
        : Optional.empty();
  }

  private boolean isMany(String destination, int most, Instant now) {
    var streak = streaks.computeIfAbsent(destination, d -> new Streak());
    streak.refused++;
    if (streak.refused < most) {
      return false;
    }
    streak.refused = 0;
    // Until every sender sees that it is held.
    streak.until = now.plus(Patience.after(1));
    return true;
  }

  private void deferred(String destination, int most, Instant now) {
    var streak = streaks.computeIfAbsent(destination, d -> new Streak());
    streak.deferred++;
    if (streak.deferred % most == 0) {
      streak.rests++;
      streak.until = now.plus(Patience.after(streak.rests));
    }
  }
}
