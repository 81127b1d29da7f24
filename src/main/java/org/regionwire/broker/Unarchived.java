package org.regionwire.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** What was accepted and is not in the archive: waiting for it, or parked on the way there. */
public final class Unarchived {
  private static final int TIMEOUT_MILLIS = 30_000;

  private final Broker broker;

  public Unarchived(Broker broker) {
    this.broker = broker;
  }

  /**
   * Takes nothing.
   *
   * @return how many of them wait; what a consumer of an outside broker has is not to be seen
   * @throws Undelivered if the broker does not show it
   */
  public long look(Consumer<String> each) {
    var waiting = new AtomicLong();
    broker.atRest(() -> waiting.set(lookNow(each)));
    return waiting.get();
  }

  private long lookNow(Consumer<String> each) {
    try (var connection = broker.connections(TIMEOUT_MILLIS).createConnection();
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      long waiting = look(session, Broker.ACCEPTED, each);
      look(session, Broker.DEAD, each);
      return waiting;
    } catch (JMSException e) {
      throw new Undelivered("the broker does not show what waits: " + e.getMessage(), e);
    }
  }

  private static long look(Session session, String queue, Consumer<String> each)
      throws JMSException {
    long seen = 0;
    try (var browser = session.createBrowser(session.createQueue(queue))) {
      var messages = browser.getEnumeration();
      while (messages.hasMoreElements()) {
        var message = (Message) messages.nextElement();
        if (queue.equals(Broker.ACCEPTED) || wasAccepted(message)) {
          each.accept(Destinations.text(message));
          seen++;
        }
      }
    }
    return seen;
  }

  private static boolean wasAccepted(Message parked) throws JMSException {
    return Optional.ofNullable(parked.getStringProperty("source"))
        .filter(source -> source.endsWith(Broker.ACCEPTED))
        .isPresent();
  }
}
