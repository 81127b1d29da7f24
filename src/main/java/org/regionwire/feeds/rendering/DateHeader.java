package org.regionwire.feeds.rendering;

import io.netty.handler.codec.DateFormatter;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** The Date header, written once a second (RFC 9110 section 5.6.7). */
public final class DateHeader {
  private final Clock clock;
  private volatile Second present = new Second(Long.MIN_VALUE, "");

  /**
   * @param seconds since the epoch
   */
  public record Second(long seconds, CharSequence text) {}

  public DateHeader(Clock clock) {
    this.clock = clock;
  }

  public Second now() {
    long seconds = Math.floorDiv(clock.millis(), 1000L);
    var known = present;
    if (known.seconds() == seconds) {
      return known;
    }
    var fresh = new Second(seconds, write(Instant.ofEpochSecond(seconds)));
    present = fresh;
    return fresh;
  }

  static CharSequence write(Instant at) {
    return HttpHeaders.createOptimized(DateFormatter.format(Date.from(at)));
  }

  /** In any of the three forms of RFC 9110; empty if it is no date. */
  public static Optional<Instant> read(String text) {
    return Optional.ofNullable(DateFormatter.parseHttpDate(text)).map(Date::toInstant);
  }
}
