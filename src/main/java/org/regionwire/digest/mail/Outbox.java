package org.regionwire.digest.mail;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Where letters leave the house. Safe for several threads. */
public interface Outbox extends AutoCloseable {
  /**
   * No hand-over to a server takes longer, whatever the server does. RFC 5321 section 4.5.3.2 would
   * wait ten minutes for the last answer; a letter whose sender died is found only after this.
   */
  Duration LONGEST = Duration.ofSeconds(35);

  /**
   * Hands one mail over and waits for the answer. A repetition has the same Message-ID.
   *
   * @param leave asked once, before that without which nobody accepts the mail: the final dot. It
   *     may wait. Where it says no, nobody has the mail, and the outcome is deferred
   * @throws RuntimeException only for a mistake of ours; then, too, the mail may be on its way
   */
  Outcome send(Mail mail, BooleanSupplier leave);

  /** As {@link #send(Mail, BooleanSupplier)}, without asking anyone. */
  default Outcome send(Mail mail) {
    return send(mail, () -> true);
  }

  /**
   * Why no letter can go to an address that has letters beyond ASCII before its @; empty when it
   * can. May take some seconds.
   */
  default Optional<String> onlyAscii() {
    return Optional.empty();
  }

  /** Whether letters stay here. */
  default boolean keeps() {
    return false;
  }

  /** Forgets the letters with these ids, if it keeps letters. */
  default void erase(Set<String> ids) {}

  /** Forgets letters planned before, if it keeps letters. */
  default void eraseBefore(Instant time) {}

  /**
   * Forgets the letters planned since then that are not known any more, if it keeps letters: one
   * may have come while its reader was erased.
   */
  default void eraseUnknown(Instant since, Predicate<String> known) {}

  @Override
  void close();

  /**
   * @param url {@code folder:<path>}, {@code smtp://host:port} or {@code smtps://host:port}, with
   *     {@code user:password@} (percent-encoded) before the host where the server wants it
   * @throws IllegalArgumentException if it is none of these; the message does not repeat it, for it
   *     may hold a password
   */
  static Outbox open(String url, Clock clock, DkimSigner signer) {
    if (url.startsWith("folder:") && url.length() > "folder:".length()) {
      return new FolderOutbox(Path.of(url.substring("folder:".length())), signer);
    }
    if (url.startsWith("smtp://") || url.startsWith("smtps://")) {
      return new SmtpOutbox(SmtpServer.parse(url), LONGEST, clock, signer);
    }
    throw new IllegalArgumentException(
        "mail goes to folder:<path>, smtp://<host>:<port> or smtps://<host>:<port>");
  }
}
