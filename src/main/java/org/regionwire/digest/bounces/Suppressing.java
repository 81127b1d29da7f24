package org.regionwire.digest.bounces;

import java.time.Instant;
import java.util.Optional;
import org.regionwire.digest.Letter;
import org.regionwire.digest.Tokens;
import org.regionwire.digest.books.JdbiBooks.Open;
import org.regionwire.digest.books.JdbiSuppressions;
import org.regionwire.digest.mail.returned.Status;
import org.regionwire.digest.mail.returned.StatusWords;
import org.regionwire.digest.subscribing.Leaving;

/**
 * Decides whom nobody may write to any more. No such address: at once. What may pass: when it comes
 * again and again. That they do not like us is never the reader's fault. A complaint: at once.
 */
public final class Suppressing {
  /** Reached by five days in a row, or seven weeks, with a half-life of thirty days. */
  static final double MOST = 4;

  private final Tokens tokens;

  public Suppressing(Tokens tokens) {
    this.tokens = tokens;
  }

  /** A server refused a letter while it was handed over. */
  public void refused(Open open, Letter letter, String reply, Instant now) {
    failed(open, letter, StatusWords.in(reply), reply, now);
  }

  /** Twice is the same as once. */
  void failed(Open open, Letter letter, Optional<Status> status, String words, Instant now) {
    String code = status.map(Status::toString).orElse("");
    switch (status.map(Status::meaning).orElse(Status.Meaning.MAY_PASS)) {
      case NO_SUCH_ADDRESS -> {
        if (open.returns().add(letter.id(), "hard", code, words, now)) {
          end(open, letter.subscriber(), JdbiSuppressions.BOUNCED, now);
        }
      }
      case MAY_PASS -> {
        if (open.returns().add(letter.id(), "soft", code, words, now)
            && open.returns().addToScore(letter.subscriber(), now) >= MOST) {
          end(open, letter.subscriber(), JdbiSuppressions.BOUNCED, now);
        }
      }
      case NOT_WANTED -> open.returns().add(letter.id(), "blocked", code, words, now);
    }
  }

  void complained(Open open, String subscriber, Instant now) {
    end(open, subscriber, JdbiSuppressions.COMPLAINT, now);
  }

  private void end(Open open, String subscriber, String reason, Instant now) {
    open.subscribers()
        .lock(subscriber)
        .ifPresent(
            person -> {
              open.suppressions().add(tokens.addressHash(person.address()), reason, now);
              Leaving.end(open, person.id(), now);
            });
  }
}
