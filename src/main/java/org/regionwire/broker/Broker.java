package org.regionwire.broker;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The queue between intake and everything after it: in this process, or outside of it. */
public interface Broker extends AutoCloseable {
  /** Accepted items on their way to the archive. */
  String ACCEPTED = "news.accepted";

  /** Published items; one durable queue for each inner consumer. */
  String PUBLISHED = "news.published";

  /** What could not be stored or shown, kept until someone mends it. */
  String DEAD = "news.dead";

  /** The queue of those who show what is published, where the broker is in this process. */
  String FEEDS = "feeds";

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

  /** Every queue of the wire's own, on its way from intake to the end. */
  List<String> queues();

  /**
   * Messages in a queue, scheduled and in delivery included. Unsure for seconds after a paged
   * start.
   */
  long depth(String queue);

  /**
   * Does {@code work} while no item is on its way out of {@link #ACCEPTED}, as far as that is in
   * our hands: those that are not archived are in the queue then, to be looked at. Items are
   * accepted meanwhile.
   *
   * @throws Undelivered if it does not come to rest
   */
  default void atRest(Runnable work) {
    work.run();
  }

  /**
   * When the oldest message of a queue came into it; empty when there is none. An outside broker
   * does not tell of those that a consumer holds or that wait to be delivered again: while there
   * are no others, it is when the queue last got shorter or was empty, which is an estimate.
   */
  Optional<Instant> oldest(String queue);

  @Override
  void close() throws Exception;
}
