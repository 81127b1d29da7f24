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
import java.util.function.Function;
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

  /** As long as this no other broker of a pair can have followed it; senders are told sooner. */
  private static final long GAP_NANOS = Duration.ofSeconds(3).toNanos();

  private static final String UNSETTLED =
      "answers again; whether it is the one of the pair that works is known in "
          + Pair.SETTLED.toSeconds()
          + " s";

  /** So long a send that failed is told, if none has succeeded since. */
  private static final long REMEMBERED_NANOS = Duration.ofSeconds(10).toNanos();

  private final Pair pair;
  private final Function<String, ConnectionFactory> connections;
  private final String where;
  private final Clock clock;
  private final Map<String, QueueAge> queues = new ConcurrentHashMap<>();
  private final Thread thread = new Thread(this::look, "broker-look");
  private volatile Optional<String> trouble = Optional.of("is not connected yet");

  /** When the question was asked that has no answer yet; empty while none is open. */
  private volatile Optional<Long> asked = Optional.empty();

  private volatile long answered;
  private volatile Optional<Failure> failure = Optional.empty();
  private volatile boolean looking = true;

  private record Failure(String what, long at) {}

  /**
   * @param connections to one of the pair
   * @param where the broker is, without a password
   */
  BrokerLook(
      Pair pair, Function<String, ConnectionFactory> connections, String where, Clock clock) {
    this.pair = pair;
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
      String place = pair.next();
      asked = Optional.of(System.nanoTime());
      try (Connection connection = connections.apply(place).createConnection();
          Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
        connection.start();
        lookOn(place, connection, session);
      } catch (JMSException | ActiveMQException | RuntimeException e) {
        trouble = Optional.of("does not work: " + reason(e));
        asked = Optional.empty();
        pair.fellSilent(place);
        pair.lookForThoseGone();
        LockSupport.parkNanos(PERIOD_NANOS);
      }
    }
  }

  private void lookOn(String place, Connection connection, Session session)
      throws JMSException, ActiveMQException {
    try {
      lookOn(place, session);
    } catch (JMSException | ActiveMQException | RuntimeException e) {
      // to be closed without asking who may hang
      new Breaking(connection).run();
      throw e;
    }
  }

  private void lookOn(String place, Session session) throws JMSException, ActiveMQException {
    long unbroken = System.nanoTime();
    long last = unbroken;
    for (int looks = 0; looking; looks++) {
      ask(session);
      long now = System.nanoTime();
      if (now - last > GAP_NANOS) {
        // it was stopped, or we were
        pair.fellSilent(place);
        unbroken = now;
      }
      last = now;
      answered = now;
      pair.answered(place, Duration.ofNanos(now - unbroken));
      if (looks % LOOKS_BETWEEN_AGES == 0) {
        lookInside(session);
      }
      trouble = Optional.empty();
      asked = Optional.empty();
      if (looks % LOOKS_BETWEEN_AGES == 0) {
        pair.lookForThoseGone();
      }
      LockSupport.parkNanos(PERIOD_NANOS);
      asked = Optional.of(System.nanoTime());
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
    return trouble.isEmpty()
        && silence() < PATIENCE_NANOS
        && pair.working().isPresent()
        && System.nanoTime() - answered < GAP_NANOS;
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
        .or(() -> pair.working().isPresent() ? Optional.empty() : Optional.of(UNSETTLED))
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
