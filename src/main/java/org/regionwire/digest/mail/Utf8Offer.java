package org.regionwire.digest.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the mail server takes addresses beyond ASCII (RFC 6531 section 3.1). It says so whenever
 * it is greeted; who wants to know asks it when that was too long ago.
 */
final class Utf8Offer {
  static final String NAME = "SMTPUTF8";
  static final String NONE = "our mail server does not offer " + NAME;

  private static final Duration KNOWN = Duration.ofMinutes(10);

  /** After a question without an answer. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Clock clock;
  private final Question question;
  private volatile Answer answer = new Answer(Optional.empty(), Instant.MIN);

  /** Asks the server. */
  interface Question {
    boolean ask() throws MessagingException;
  }

  private record Answer(Optional<String> whyNot, Instant until) {}

  Utf8Offer(Clock clock, Question question) {
    this.clock = clock;
    this.question = question;
  }

  void heard(boolean offered) {
    var whyNot = offered ? Optional.<String>empty() : Optional.of(NONE);
    answer = new Answer(whyNot, clock.instant().plus(KNOWN));
  }

  /** Empty when it takes them. */
  Optional<String> whyNot() {
    return isKnown() ? answer.whyNot() : asked();
  }

  private boolean isKnown() {
    return clock.instant().isBefore(answer.until());
  }

  /** By one at a time: the others wait for the same answer. */
  private synchronized Optional<String> asked() {
    if (!isKnown()) {
      try {
        heard(question.ask());
      } catch (MessagingException e) {
        var whyNot = Optional.of("our mail server cannot be asked just now whether it offers that");
        answer = new Answer(whyNot, clock.instant().plus(PATIENCE));
      }
    }
    return answer.whyNot();
  }
}
