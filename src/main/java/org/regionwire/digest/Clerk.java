package org.regionwire.digest;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Writes into the ledger what senders report: whatever has come in while the last transaction was
 * committed is the next one. Who waits for a report knows that it is on the disk.
 */
final class Clerk implements AutoCloseable {
  private static final int MOST = 256;
  private static final Filed LAST = new Filed(List.of(), new CompletableFuture<>());

  private final JdbiBooks books;
  private final Clock clock;
  private final BlockingQueue<Filed> queue = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final boolean alone;

  private record Filed(List<Report> reports, CompletableFuture<Boolean> done) {}

  /**
   * @param alone whether there is one sender only: then each report is written where it is made
   */
  Clerk(JdbiBooks books, Clock clock, boolean alone) {
    this.books = books;
    this.clock = clock;
    this.alone = alone;
    this.thread = new Thread(this::work, "ledger");
    thread.setDaemon(true);
    if (!alone) {
      thread.start();
    }
  }

  /**
   * Several in one transaction: what the last came to, once they are on the disk; fails when the
   * ledger cannot be written.
   */
  CompletableFuture<Boolean> file(Stream<Report> reports) {
    var filed = new Filed(reports.toList(), new CompletableFuture<>());
    if (alone) {
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
        some.add(queue.take());
      } catch (InterruptedException e) {
        return;
      }
      queue.drainTo(some, MOST);
      boolean last = some.remove(LAST);
      if (!some.isEmpty()) {
        write(some);
      }
      if (last) {
        return;
      }
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
    } catch (RuntimeException e) {
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
    if (alone) {
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
