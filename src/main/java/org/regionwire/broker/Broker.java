package org.regionwire.broker;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The queue between intake and everything after it: in this process, or outside of it. */
public interface Broker extends AutoCloseable {
  /** Accepted items on their way to the archive. */
  String ACCEPTED = "news.accepted";

  /** Published items; one durable queue for each inner consumer. */
  String PUBLISHED = "news.published";

  /** The queue of those who show what is published, where the broker is in this process. */
  String FEEDS = "feeds";

  /** What could not be stored or shown, kept until someone mends it. */
  String DEAD = "news.dead";

  /** Reminders that a letter waits in the ledger. */
  String LETTERS = "digest.letters";

  /** Reminders of those letters that someone has just asked for, who waits for them. */
  String ASKED_FOR = "digest.asked";

  /**
   * @param callTimeoutMillis how long a send or commit may take before its outcome counts as
   *     unknown
   */
  ConnectionFactory connections(int callTimeoutMillis);

  /**
   * Sends that do not last.
   *
   * @param longestMillis after which the outcome of a send counts as unknown
   */
  Sender sender(int longestMillis);

  /** The way to those who listen over the network. */
  Listeners outside(Clock clock);

  /** False when it has stopped for good, so that this process has to be started again. */
  boolean running();

  /** What keeps it from storing a send now, in words for an operator; empty when nothing does. */
  Optional<String> trouble();

  /** Whether a send would be stored now: a full disk makes a producer wait without an exception. */
  default boolean accepting() {
    return trouble().isEmpty();
  }

  /**
   * Messages in a queue, scheduled and in delivery included. Unsure for seconds after a paged
   * start.
   */
  long depth(String queue);

  /**
   * When the message at the head of a queue was sent; nothing when none waits there. What a
   * consumer has taken is not at the head any more.
   */
  Optional<Instant> oldest(String queue);

  @Override
  void close() throws Exception;
}
