package org.regionwire;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outbox;
import org.regionwire.digest.mail.Outcome;
import org.regionwire.signals.Ending;
import org.regionwire.signals.Metrics;
import org.regionwire.signals.Stage;

/** Counts and times the letters that leave. */
final class WatchedOutbox implements Outbox {
  private final Outbox outbox;
  private final Metrics metrics;
  private final Optional<Traces> traces;

  WatchedOutbox(Outbox outbox, Metrics metrics, Optional<Traces> traces) {
    this.traces = traces;
    this.outbox = outbox;
    this.metrics = metrics;
  }

  @Override
  public Outcome send(Mail mail, BooleanSupplier leave) {
    long start = System.nanoTime();
    var ending = Ending.FAILED;
    try {
      var sent = outbox.send(mail, leave);
      ending = ending(sent.kind());
      return sent;
    } finally {
      metrics.ended(Stage.LETTER, ending, System.nanoTime() - start);
      if (traces.isPresent()) {
        traces.get().letter(mail, ending, start);
      }
    }
  }

  private static Ending ending(Outcome.Kind kind) {
    return switch (kind) {
      case ACCEPTED -> Ending.DONE;
      case REJECTED -> Ending.REFUSED;
      case DEFERRED, UNCERTAIN -> Ending.FAILED;
    };
  }

  @Override
  public Optional<String> onlyAscii() {
    return outbox.onlyAscii();
  }

  @Override
  public boolean keeps() {
    return outbox.keeps();
  }

  @Override
  public void erase(Set<String> ids) {
    outbox.erase(ids);
  }

  @Override
  public void eraseBefore(Instant time) {
    outbox.eraseBefore(time);
  }

  @Override
  public void eraseUnknown(Instant since, Predicate<String> known) {
    outbox.eraseUnknown(since, known);
  }

  @Override
  public void close() {
    outbox.close();
  }
}
