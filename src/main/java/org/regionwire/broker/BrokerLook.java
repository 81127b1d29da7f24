package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
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

  private static final List<String> QUEUES =
      List.of(Broker.ACCEPTED, Broker.LETTERS, Broker.ASKED_FOR, Broker.DEAD);

  /** Looks at the depths between two at the heads of queues: those cost a browser each. */
  private static final int BETWEEN_HEADS = 10;

  private static final long PERIOD_NANOS = Duration.ofMillis(500).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofMillis(1_500).toNanos();

  /** So long a send that failed is told, if none has succeeded since. */
  private static final long REMEMBERED_NANOS = Duration.ofSeconds(10).toNanos();

  private final ConnectionFactory connections;
  private final String where;
  private final Map<String, Long> depths = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::look, "broker-look");
  private final Map<String, Instant> heads = new ConcurrentHashMap<>();
  private int looks;
  private volatile Optional<String> trouble = Optional.of("is not connected yet");

  /** When the question was asked that has no answer yet; empty while none is open. */
  private volatile Optional<Long> asked = Optional.empty();

  private volatile Optional<Failure> failure = Optional.empty();
  private volatile boolean looking = true;

  private record Failure(String what, long at) {}

  /**
   * @param where the broker is, without a password
   */
  BrokerLook(ConnectionFactory connections, String where) {
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
        connection.start(); // for who looks at the heads of queues
        while (looking) {
          ask(session);
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
      depths.put(queue, core.queueQuery(SimpleString.of(queue)).getMessageCount());
    }
    if (looks++ % BETWEEN_HEADS == 0) {
      for (String queue : QUEUES) {
        lookAtHead(session, queue);
      }
    }
  }

  private void lookAtHead(Session session, String queue) throws JMSException {
    if (depth(queue) == 0) {
      heads.remove(queue);
      return;
    }
    try (var browser = session.createBrowser(session.createQueue(queue))) {
      var waiting = browser.getEnumeration();
      if (waiting.hasMoreElements()) {
        long sent = ((Message) waiting.nextElement()).getJMSTimestamp();
        heads.put(queue, Instant.ofEpochMilli(sent));
      } else {
        heads.remove(queue);
      }
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
    return depths.getOrDefault(queue, 0L);
  }

  /** As of the last look but few; nothing while none waits. */
  Optional<Instant> oldest(String queue) {
    return depth(queue) == 0 ? Optional.empty() : Optional.ofNullable(heads.get(queue));
  }

  @Override
  public void close() {
    looking = false;
    LockSupport.unpark(thread);
  }
}
