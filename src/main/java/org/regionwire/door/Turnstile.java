package org.regionwire.door;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Lets everyone pass so many times in a period: all of them at once, then as they come back evenly.
 */
public final class Turnstile {
  /** Those not seen for the longest go first, and come as new. */
  private static final int REMEMBERED = 10_000;

  private final Duration period;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Turnstile(Duration period, Clock clock) {
    this.period = period;
    this.time =
        new TimeMeter() {
          @Override
          public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
          }

          @Override
          public boolean isWallClockBased() {
            return true;
          }
        };
  }

  /**
   * Counts one more, unless it is too many.
   *
   * @param most in a period; 0 for no limit
   * @return nothing if it may pass, else how long to wait
   */
  public Optional<Duration> pass(String who, int most) {
    if (most == 0) {
      return Optional.empty();
    }
    var probe = bucket(who, most).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  private synchronized Bucket bucket(String who, int most) {
    return buckets.computeIfAbsent(who, newOne -> bucket(most));
  }

  private Bucket bucket(int most) {
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
        .build();
  }
}
