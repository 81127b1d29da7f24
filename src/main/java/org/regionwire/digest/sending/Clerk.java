package org.regionwire.digest.sending;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.regionwire.digest.books.JdbiBooks;

/**
 * Writes into the ledger what senders report: whatever has come in while the last transaction was
 * committed is the next one. Who waits for a report knows that it is on the disk.
 */
final class Clerk implements AutoCloseable {
  private static final int MOST = 256;
  private static final long TOGETHER = TimeUnit.MILLISECONDS.toNanos(1);
  private static final Filed LAST = new Filed(List.of(), new CompletableFuture<>());

  private final JdbiBooks books;
  private final Clock clock;
  private final BlockingQueue<Filed> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final int senders;

  private record Filed(List<Report> reports, CompletableFuture<Boolean> done) {}

  /**
   * @param senders how many report; of one each report is written where it is made
   */
  Clerk(JdbiBooks books, Clock clock, int senders) {
    this.books = books;
    this.clock = clock;
    this.senders = senders;
    this.thread = new Thread(this::work, "ledger");
    thread.setDaemon(true);
    if (senders > 1) {
      thread.start();
    }
  }

  /**
   * Several in one transaction: what the last came to, once they are on the disk; fails when the
   * ledger cannot be written.
   */
  CompletableFuture<Boolean> file(Stream<Report> reports) {
    var filed = new Filed(reports.toList(), new CompletableFuture<>());
    if (senders == 1) {
      write(List.of(filed));
    } else {
      queue.add(filed);
    }
    return filed.done();
  }

  private void work() {
    List<Filed> some = new ArrayList<>();
    while (true) {
      some.clear();
      try {
        gather(some);
      } catch (InterruptedException e) {
        return;
      }
      boolean last = some.remove(LAST);
      if (!some.isEmpty()) {
        write(some);
      }
      if (last) {
        return;
      }
    }
  }

  /** All senders wait for a commit: one for all of them is sooner done than one for each half. */
  private void gather(List<Filed> some) throws InterruptedException {
    some.add(queue.take());
    queue.drainTo(some, MOST);
    long end = System.nanoTime() + TOGETHER;
    while (some.size() < senders && !some.contains(LAST)) {
      var next = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (next == null) {
        return;
      }
      some.add(next);
    }
  }

  /** One that cannot be written does not take the others with it. */
  private void write(List<Filed> some) {
    var now = clock.instant();
    try {
      var all = some.stream().flatMap(one -> one.reports().stream()).toList();
      var results = books.write(open -> Report.write(open, all, now));
      int last = -1;
      for (var one : some) {
        last += one.reports().size();
        one.done().complete(results.get(last));
      }
    } catch (RuntimeException | Error e) { // else who waits for this thread would wait for ever
      if (some.size() == 1) {
        some.get(0).done().completeExceptionally(e);
      } else {
        some.forEach(one -> write(List.of(one)));
      }
    }
  }

  /** Returns when everything is written. */
  @Override
  public void close() {
    if (senders == 1) {
      return;
    }
    queue.add(LAST);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
