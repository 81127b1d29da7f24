package org.regionwire.digest.operating;

import java.time.Duration;
import java.util.Optional;
import org.regionwire.digest.RunState;

/**
 * How far a run is, and how fast it goes on.
 *
 * @param perSecond letters settled in a second, of late
 */
public record Progress(RunState run, double perSecond) {
  /** Slower is taken for standing still. */
  private static final double SLOWEST = 0.01;

  public long left() {
    return run.all() - run.settled();
  }

  /** 100 only when nothing is left. */
  public int percent() {
    return run.all() == 0 ? 100 : (int) (100 * run.settled() / run.all());
  }

  public boolean done() {
    return left() == 0;
  }

  public boolean moves() {
    return perSecond >= SLOWEST;
  }

  /** Empty when it is done, or nothing moves. */
  public Optional<Duration> timeLeft() {
    return done() || !moves()
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds((long) Math.ceil(left() / perSecond)));
  }

  /** {@code 400 a second, 3 s left}; {@code nothing moves}; empty when it is done. */
  public String pace() {
    if (done()) {
      return "";
    }
    return timeLeft()
        .map(time -> "%,.1f a second, %s left".formatted(perSecond, words(time)))
        .orElse("nothing moves");
  }

  /** {@code 3 s}, {@code 12 min}, {@code 2 h 5 min}. */
  private static String words(Duration time) {
    if (time.toSeconds() < 100) {
      return time.toSeconds() + " s";
    }
    long minutes = (time.toSeconds() + 59) / 60;
    return minutes < 100 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
  }
}
