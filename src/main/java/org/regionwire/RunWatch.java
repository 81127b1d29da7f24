package org.regionwire;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.regionwire.digest.RunState;
import org.regionwire.digest.operating.Progress;

/** Looks at how far a run is, in the ledger, and shows it. */
final class RunWatch implements AutoCloseable {
  private static final Duration IN_TERMINAL = Duration.ofSeconds(1);
  private static final Duration ELSEWHERE = Duration.ofSeconds(10);

  /** A look at a million letters takes a while; the sending is not to wait for it. */
  private static final int REST_FOR_A_LOOK = 20;

  private final Supplier<Optional<RunState>> run;
  private final ProgressBar bar;
  private final Duration between;
  private final long began = System.nanoTime();
  private final long settledBefore;
  private long lookNanos;
  private volatile boolean closed;
  private boolean looked;

  /**
   * @param terminal whether a line can be written over
   */
  RunWatch(Supplier<Optional<RunState>> run, ProgressBar bar, boolean terminal) {
    this.run = run;
    this.bar = bar;
    this.between = terminal ? IN_TERMINAL : ELSEWHERE;
    this.settledBefore = run.get().map(RunState::settled).orElse(0L);
  }

  /** Returns when nothing of it waits any more. */
  void follow() {
    do {
      rest();
    } while (!look());
    bar.end();
  }

  /** Looks now and then beside the work, until it is closed. */
  RunWatch beside() {
    var thread = new Thread(this::watch, "progress");
    thread.setDaemon(true);
    thread.start();
    return this;
  }

  private void watch() {
    for (rest(); !closed; rest()) {
      look();
    }
  }

  private synchronized boolean look() {
    long start = System.nanoTime();
    var found = run.get();
    lookNanos = System.nanoTime() - start;
    looked = true;
    return found.map(this::show).orElse(true);
  }

  private boolean show(RunState state) {
    double seconds = Math.max(1, System.nanoTime() - began) / 1e9;
    var progress = new Progress(state, (state.settled() - settledBefore) / seconds);
    bar.show(progress);
    return progress.done();
  }

  private void rest() {
    long end = System.nanoTime() + Math.max(between.toNanos(), REST_FOR_A_LOOK * lookNanos);
    for (long left = end - System.nanoTime(); left > 0 && !closed; ) {
      LockSupport.parkNanos(Math.min(left, 100_000_000));
      left = end - System.nanoTime();
    }
  }

  /** Says how it ended, if it said anything before. */
  @Override
  public void close() {
    closed = true;
    if (looked) {
      look();
      bar.end();
    }
  }
}
