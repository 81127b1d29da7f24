package org.regionwire.broker;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

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
  private final ExecutorService aside =
      Executors.newCachedThreadPool(work -> daemon(work, "send-aside"));

  SendWatch(Duration longest) {
    this.longestNanos = longest.toNanos();
    watch.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * @param breakOff called when {@link #ended} does not come in time
   * @param began of {@link System#nanoTime()}
   */
  void begins(Runnable breakOff, long began) {
    under.put(breakOff, began);
  }

  void ended(Runnable breakOff) {
    under.remove(breakOff);
  }

  /**
   * What is opened, on another thread: a connection that is only being made cannot be broken off.
   *
   * @param tooLate gets what was opened when nobody waited for it any more
   * @throws Undelivered if it takes too long or fails otherwise
   * @throws JMSException as the opening does
   */
  <T> T inTime(Callable<T> opening, Consumer<T> tooLate) throws JMSException {
    var opened = new CompletableFuture<T>();
    aside.execute(
        () -> {
          try {
            T one = opening.call();
            if (!opened.complete(one)) {
              tooLate.accept(one);
            }
          } catch (Exception e) {
            opened.completeExceptionally(e);
          }
        });
    try {
      return opened.orTimeout(longestNanos, TimeUnit.NANOSECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof JMSException failure) {
        throw failure;
      }
      throw new Undelivered("no connection in time: " + e.getCause(), e);
    }
  }

  /** Without waiting for it. */
  void leave(AutoCloseable closing) {
    aside.execute(() -> Closing.quietly(closing));
  }

  private void look() {
    long now = System.nanoTime();
    under.forEach(
        (breakOff, began) -> {
          if (now - began > longestNanos && under.remove(breakOff, began)) {
            aside.execute(breakOff);
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
    aside.shutdown();
  }
}
