package org.regionwire.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.regionwire.web.ProblemJson;

/**
 * Sends people away while the house is full, before it can no longer even do that: 503, and when to
 * come again. A request counts once it was read, so that slow senders take nobody's place.
 */
public final class Crowd {
  private static final Set<HttpMethod> WITH_BODY =
      Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH);

  private static final String SOON = "2";
  private static final String LATER = "30";

  private final int most;
  private final long longestQueue;
  private final LongSupplier queue;
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean queueIsFull;

  /**
   * @param most requests that are answered at once
   * @param queue how many items wait for the archive
   */
  public Crowd(int most, long longestQueue, LongSupplier queue) {
    this.most = most;
    this.longestQueue = longestQueue;
    this.queue = queue;
  }

  /** Whether no more items should be taken, as of the last {@link #look}. */
  public boolean queueIsFull() {
    return queueIsFull;
  }

  /** Asks for the queue, which may take a moment. */
  public void look() {
    queueIsFull = queue.getAsLong() >= longestQueue;
  }

  /** For the place before bodies are read. */
  public void enterWithoutBody(RoutingContext context) {
    if (WITH_BODY.contains(context.request().method())) {
      context.next();
    } else {
      enter(context);
    }
  }

  /** For the place after bodies are read. */
  public void enterWithBody(RoutingContext context) {
    if (WITH_BODY.contains(context.request().method())) {
      enter(context);
    } else {
      context.next();
    }
  }

  private void enter(RoutingContext context) {
    if (inside.incrementAndGet() > most) {
      inside.decrementAndGet();
      full(context, SOON, "too much is asked at once; try again in a moment");
      return;
    }
    context.addEndHandler(done -> inside.decrementAndGet());
    context.next();
  }

  /** Answers a submission that would have to wait too long. */
  public static void turnAway(RoutingContext context) {
    full(context, LATER, "too many items wait to be stored; nothing was kept, send it again later");
  }

  private static void full(RoutingContext context, String seconds, String detail) {
    context.response().putHeader("Retry-After", seconds);
    ProblemJson.answer(context.response(), 503, detail);
  }
}
