package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/**
 * Looks every half second whether an outside broker would store a send, on a thread and a
 * connection of its own: it asks how deep the queues are, and sends what nobody gets, for which the
 * broker must have room.
 */
final class BrokerLook implements AutoCloseable {
  static final String PROBE = "news.probe";

  /**
   * Published items for outsiders; no queue for nodes, which hear of them on queues of their own.
   */
  private static final String OUTSIDE = "outside";

  static final List<String> QUEUES =
      List.of(Broker.ACCEPTED, OUTSIDE, Broker.LETTERS, Broker.ASKED_FOR, Broker.DEAD);

  /** Into queues it looks less often. */
  private static final int LOOKS_BETWEEN_AGES = 6;

  private static final long PERIOD_NANOS = Duration.ofMillis(500).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofMillis(1_500).toNanos();

  /** So long a send that failed is told, if none has succeeded since. */
  private static final long REMEMBERED_NANOS = Duration.ofSeconds(10).toNanos();

  private final ConnectionFactory connections;
  private final String where;
  private final Clock clock;
  private final Map<String, QueueAge> queues = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::look, "broker-look");
  private volatile Optional<String> trouble = Optional.of("is not connected yet");

  /** When the question was asked that has no answer yet; empty while none is open. */
  private volatile Optional<Long> asked = Optional.empty();

  private volatile Optional<Failure> failure = Optional.empty();
  private volatile boolean looking = true;

  private record Failure(String what, long at) {}

  /**
   * @param where the broker is, without a password
   */
  BrokerLook(ConnectionFactory connections, String where, Clock clock) {
    this.clock = clock;
    this.connections = connections;
    this.where = where;
    thread.setDaemon(true);
  }

  void begin() {
    thread.start();
  }

  private void look() {
    while (looking) {
      asked = Optional.of(System.nanoTime());
      try (Connection connection = connections.createConnection();
          Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
        connection.start();
        for (int looks = 0; looking; looks++) {
          ask(session);
          if (looks % LOOKS_BETWEEN_AGES == 0) {
            lookInside(session);
          }
          trouble = Optional.empty();
          asked = Optional.empty();
          LockSupport.parkNanos(PERIOD_NANOS);
          asked = Optional.of(System.nanoTime());
        }
      } catch (JMSException | ActiveMQException | RuntimeException e) {
        trouble = Optional.of("does not work: " + reason(e));
        asked = Optional.empty();
        LockSupport.parkNanos(PERIOD_NANOS);
      }
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  /** A new producer has no room yet, and has to ask for it. */
  private void ask(Session session) throws JMSException, ActiveMQException {
    try (var producer = session.createProducer(session.createTopic(PROBE))) {
      producer.send(session.createBytesMessage());
    }
    var core = ((ActiveMQSession) session).getCoreSession();
    for (String queue : QUEUES) {
      long messages = core.queueQuery(SimpleString.of(queue)).getMessageCount();
      var now = clock.instant();
      queues.compute(queue, (name, age) -> QueueAge.after(Optional.ofNullable(age), messages, now));
    }
  }

  /** At the oldest message that no consumer has. */
  private void lookInside(Session session) throws JMSException {
    for (String queue : QUEUES) {
      boolean mayLook = !queue.equals(OUTSIDE) && depth(queue) > 0;
      Optional<Instant> first = mayLook ? first(session, queue) : Optional.empty();
      queues.computeIfPresent(queue, (name, age) -> age.with(first));
    }
  }

  private static Optional<Instant> first(Session session, String queue) throws JMSException {
    try (var browser = session.createBrowser(session.createQueue(queue))) {
      var messages = browser.getEnumeration();
      return messages.hasMoreElements()
          ? Optional.of(Instant.ofEpochMilli(((Message) messages.nextElement()).getJMSTimestamp()))
          : Optional.empty();
    }
  }

  /** Whether it stored what was sent, as far as we know: false within 2 s after it does not. */
  boolean answers() {
    return trouble.isEmpty() && silence() < PATIENCE_NANOS;
  }

  private long silence() {
    return asked.map(at -> System.nanoTime() - at).orElse(0L);
  }

  Optional<String> trouble() {
    long silence = silence();
    if (silence >= PATIENCE_NANOS) {
      return said(
          "has not answered for "
              + Duration.ofNanos(silence).toSeconds()
              + " s: it hangs, is out of reach, or its disk is nearly full");
    }
    return trouble
        .or(
            () ->
                failure
                    .filter(one -> System.nanoTime() - one.at() < REMEMBERED_NANOS)
                    .map(one -> "took nothing lately: " + one.what()))
        .flatMap(this::said);
  }

  private Optional<String> said(String what) {
    return Optional.of("the broker at " + where + " " + what + "; nothing is accepted");
  }

  /**
   * Hears what became of a send.
   *
   * @param problem empty when it is on the disk
   */
  void sent(Optional<String> problem) {
    if (problem.isPresent() || failure.isPresent()) {
      failure = problem.map(what -> new Failure(what, System.nanoTime()));
    }
  }

  /** As of the last look; 0 before the first. */
  long depth(String queue) {
    return Optional.ofNullable(queues.get(queue)).map(QueueAge::messages).orElse(0L);
  }

  /** As of the last looks. */
  Optional<Instant> oldest(String queue) {
    return Optional.ofNullable(queues.get(queue)).flatMap(QueueAge::oldest);
  }

  @Override
  public void close() {
    looking = false;
    LockSupport.unpark(thread);
  }
}
