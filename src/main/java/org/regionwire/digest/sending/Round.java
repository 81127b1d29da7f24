package org.regionwire.digest.sending;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Some postmen at work on one pile of letters. */
final class Round {
  private static final int PILE = 256;

  private final BlockingQueue<Optional<Ready>> pile = new ArrayBlockingQueue<>(PILE);
  private final List<Thread> threads = new ArrayList<>();
  private final Supplier<Postman> postmen;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * @param count of postmen, more than one: each has a thread
   */
  Round(Supplier<Postman> postmen, int count) {
    this.postmen = postmen;
    for (int i = 1; i <= count; i++) {
      var thread = new Thread(this::work, "letters-" + i);
      thread.setDaemon(true);
      threads.add(thread);
      thread.start();
    }
  }

  /** To be sent by one of them; waits while the pile is high. */
  void take(Ready ready) {
    put(Optional.of(ready));
  }

  /**
   * Returns when all letters are settled.
   *
   * @throws RuntimeException what went wrong first; the other letters were sent
   */
  void finish() {
    threads.forEach(thread -> put(Optional.empty()));
    for (var thread : threads) {
      waiting(
          () -> {
            thread.join();
            return true;
          });
    }
    if (failure.get() instanceof Error error) {
      throw error;
    }
    if (failure.get() instanceof RuntimeException exception) {
      throw exception;
    }
  }

  private void put(Optional<Ready> next) {
    waiting(
        () -> {
          while (!pile.offer(next, 1, TimeUnit.SECONDS)) {
            if (threads.stream().noneMatch(Thread::isAlive)) {
              return false;
            }
          }
          return true;
        });
  }

  private interface Wait {
    boolean done() throws InterruptedException;
  }

  private static void waiting(Wait wait) {
    try {
      wait.done();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while letters are being sent", e);
    }
  }

  private void work() {
    var postman = postmen.get();
    try {
      for (var next = next(postman); next.isPresent(); next = next(postman)) {
        deliver(postman, next.get());
      }
      postman.finish();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  private Optional<Ready> next(Postman postman) throws InterruptedException {
    var next = pile.poll();
    if (next != null) {
      return next;
    }
    postman.finish();
    return pile.take();
  }

  /** A letter that cannot be sent does not hold up the others. */
  private void deliver(Postman postman, Ready ready) {
    try {
      postman.deliver(ready);
    } catch (RuntimeException e) {
      failure.compareAndSet(null, e);
    }
  }
}
