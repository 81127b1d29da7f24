package org.regionwire.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.regionwire.intake.Refused;

/** Looks hosts up on threads of its own, because a name server may be as slow as it likes. */
final class Resolver implements AutoCloseable {
  private static final int THREADS = 4;

  private final CallbackRules rules;
  private final ExecutorService threads;

  Resolver(CallbackRules rules) {
    this.rules = rules;
    var pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              var thread = new Thread(work, "push-names");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    this.threads = pool;
  }

  /** As {@link CallbackRules#resolve}; fails with its exception as the cause. */
  CompletionStage<InetAddress> resolve(String host) {
    return resolving(host);
  }

  private CompletableFuture<InetAddress> resolving(String host) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return rules.resolve(host);
          } catch (UnknownHostException e) {
            throw new CompletionException(e);
          }
        },
        threads);
  }

  /**
   * The address of a host; its name, if it cannot be said within the time.
   *
   * @throws Refused 422 if it is not to be called
   */
  String place(String host, int millis) {
    try {
      return resolving(host)
          .thenApply(InetAddress::getHostAddress)
          .completeOnTimeout(host, millis, TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      throw new Refused(422, "/hub.callback", "cannot be called: " + reason(e));
    }
  }

  static String reason(Throwable failure) {
    var cause = failure.getCause();
    return String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
