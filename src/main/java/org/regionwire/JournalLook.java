package org.regionwire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.regionwire.backup.Rows;
import org.regionwire.broker.Broker;
import org.regionwire.broker.EmbeddedBroker;
import org.regionwire.broker.OutsideBroker;
import org.regionwire.broker.Unarchived;

/**
 * What was accepted and is not archived, from wherever it is: the journal of a stopped wire, the
 * wire that runs on it, or the broker outside.
 */
final class JournalLook implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofMinutes(2);
  private static final Duration OUTSIDE = Duration.ofSeconds(10);

  /** Until depths are known that are of now. */
  private static final long DEPTH_NANOS = 1_500_000_000;

  private static final long LOOK_NANOS = 10_000_000;

  private final Settings settings;
  private final PrintWriter err;
  private final Optional<HomeLock> lock;

  /** Keeps a stopped wire stopped until it is closed. */
  JournalLook(Settings settings, PrintWriter err) throws IOException {
    this.settings = settings;
    this.err = err;
    lock = settings.isBrokerOutside() ? Optional.empty() : HomeLock.ifFree(settings.home);
  }

  void look(Consumer<String> each) {
    try {
      if (settings.isBrokerOutside()) {
        lookOutside(each);
      } else if (lock.isEmpty()) {
        ask(each);
      } else if (Files.isDirectory(settings.journal())) {
        try (var broker = EmbeddedBroker.start(settings.journal())) {
          new Unarchived(broker).look(each);
        }
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the journal cannot be looked into: " + e.getMessage(), e);
    }
  }

  /**
   * What is on its way to the archive is not to be seen there, so it waits until nothing is. What
   * has left the queue when that has been looked at is in the archive, which is read later.
   */
  private void lookOutside(Consumer<String> each) {
    try (var broker = OutsideBroker.at(settings.broker, Clock.systemUTC())) {
      if (!await(OUTSIDE, broker::accepting)) {
        throw new IllegalStateException(broker.trouble().orElse("the broker does not answer"));
      }
      boolean empty = await(OUTSIDE, () -> broker.depth(Broker.ACCEPTED) == 0);
      long seen = new Unarchived(broker).look(each);
      if (!empty) {
        LockSupport.parkNanos(DEPTH_NANOS);
        compare(seen, broker.depth(Broker.ACCEPTED));
      }
    }
  }

  private void compare(long seen, long waiting) {
    if (seen < waiting) {
      err.printf(
          "regionwire: %,d accepted items wait for the archive, and only %,d of them could be seen;"
              + " the others may not be in this backup. They are not lost: the broker has them."
              + " The health of the nodes says why they wait; make another backup when they do not%n",
          waiting, seen);
      err.flush();
    }
  }

  private void ask(Consumer<String> each) throws IOException {
    Path desk = settings.backupDesk();
    Files.createDirectories(
        desk, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path wanted = Files.createTempFile(desk, "", BackupDesk.WANTED);
    String name = wanted.getFileName().toString().replace(BackupDesk.WANTED, BackupDesk.GIVEN);
    Path given = desk.resolve(name);
    try {
      if (!await(ANSWER, () -> Files.exists(given))) {
        throw new IllegalStateException(
            "the running wire did not tell within "
                + ANSWER.toMinutes()
                + " minutes what waits for the archive; its log says why");
      }
      try (BufferedReader lines = Files.newBufferedReader(given)) {
        lines.lines().map(Rows::text).forEach(each);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    } finally {
      Files.deleteIfExists(wanted);
      Files.deleteIfExists(given);
    }
  }

  private static boolean await(Duration longest, BooleanSupplier until) {
    long end = System.nanoTime() + longest.toNanos();
    while (!until.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    if (lock.isPresent()) {
      lock.get().close();
    }
  }
}
