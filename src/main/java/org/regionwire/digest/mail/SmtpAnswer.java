package org.regionwire.digest.mail;

import jakarta.mail.MessagingException;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.regionwire.digest.mail.Outcome.Kind;

/** What a failure of the mail library means (RFC 5321 section 4.2.1). */
final class SmtpAnswer {
  private SmtpAnswer() {}

  static Outcome of(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      if (e instanceof SMTPSenderFailedException refused) {
        // Our address, not the reader's: someone has to mend it, and then it goes.
        return Outcome.deferred(words(refused));
      }
      if (e instanceof SMTPAddressFailedException refused) {
        return new Outcome(kind(refused.getReturnCode()), words(refused));
      }
    }
    if (failure instanceof SMTPSendFailedException failed) {
      var outcome = new Outcome(kind(failed.getReturnCode()), words(failed));
      boolean ours = failed.getCommand() != null && failed.getCommand().startsWith("MAIL");
      return ours && outcome.kind() == Kind.REJECTED ? Outcome.deferred(outcome.reply()) : outcome;
    }
    return new Outcome(Kind.UNCERTAIN, words(failure));
  }

  /** Of one that was not let go: whatever happened, nobody has it. */
  static Outcome ofUnsent(MessagingException failure) {
    var outcome = of(failure);
    return outcome.kind() == Kind.UNCERTAIN ? Outcome.deferred(outcome.reply()) : outcome;
  }

  /** A connection that broke has no code: -1. */
  private static Kind kind(int code) {
    if (code >= 500 && code <= 599) {
      return Kind.REJECTED;
    }
    return code >= 400 && code <= 499 ? Kind.DEFERRED : Kind.UNCERTAIN;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException several ? several.getNextException() : null;
  }

  private static String words(Exception e) {
    return Optional.ofNullable(e.getMessage())
        .filter(message -> !message.isBlank())
        .orElse("the connection ended without an answer");
  }
}
