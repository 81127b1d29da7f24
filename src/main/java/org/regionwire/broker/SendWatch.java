package org.regionwire.broker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Breaks off what takes too long over the network: a broker that has no room makes its client wait
 * for ever, and one that hangs is not even left quickly. For embedded brokers there is none.
 */
final class SendWatch implements AutoCloseable {
  private static final long PERIOD_MILLIS = 200;

  private final long longestNanos;
  private final Map<Runnable, Long> under = new ConcurrentHashMap<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "send-watch"));
  private final ExecutorService leaving =
      Executors.newCachedThreadPool(work -> daemon(work, "send-leave"));

  SendWatch(Duration longest) {
    this.longestNanos = longest.toNanos();
    watch.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * @param breakOff called when {@link #ended} does not come in time
   */
  void begins(Runnable breakOff) {
    under.put(breakOff, System.nanoTime());
  }

  void ended(Runnable breakOff) {
    under.remove(breakOff);
  }

  /** Without waiting for it. */
  void leave(AutoCloseable closing) {
    leaving.execute(() -> Closing.quietly(closing));
  }

  private void look() {
    long now = System.nanoTime();
    under.forEach(
        (breakOff, began) -> {
          if (now - began > longestNanos && under.remove(breakOff, began)) {
            leaving.execute(breakOff);
          }
        });
  }

  private static Thread daemon(Runnable work, String name) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    watch.shutdownNow();
    leaving.shutdown();
  }
}
