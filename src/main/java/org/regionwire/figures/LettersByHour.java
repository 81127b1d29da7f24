package org.regionwire.figures;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongBiFunction;

/** How many letters went out, from the ledger; what an hour had when it was over stays so. */
public final class LettersByHour {
  private static final Duration OVER = Duration.ofMinutes(5);

  private final ToLongBiFunction<Instant, Instant> count;
  private final Clock clock;
  private final ConcurrentHashMap<Instant, Long> past = new ConcurrentHashMap<>();

  /**
   * @param count letters from a moment until another one
   */
  public LettersByHour(ToLongBiFunction<Instant, Instant> count, Clock clock) {
    this.count = count;
    this.clock = clock;
  }

  /**
   * @param end by when it has to be known; a ledger of millions takes its time
   * @return empty if it would take longer: ask again
   */
  public OptionalLong in(Instant hour, Instant end) {
    Instant next = hour.plus(1, ChronoUnit.HOURS);
    Long known = past.get(hour);
    if (known != null) {
      return OptionalLong.of(known);
    }
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      return OptionalLong.empty();
    }
    long letters = count.applyAsLong(hour, next);
    if (next.plus(OVER).isBefore(now)) {
      past.put(hour, letters);
    }
    return OptionalLong.of(letters);
  }
}
