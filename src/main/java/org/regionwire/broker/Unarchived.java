package org.regionwire.broker;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.Optional;
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
   * @throws Undelivered if the broker does not show it
   */
  public void look(Consumer<String> each) {
    broker.atRest(() -> lookNow(each));
  }

  private void lookNow(Consumer<String> each) {
    try (var connection = broker.connections(TIMEOUT_MILLIS).createConnection();
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      connection.start();
      look(session, Broker.ACCEPTED, each);
      look(session, Broker.DEAD, each);
    } catch (JMSException e) {
      throw new Undelivered("the broker does not show what waits: " + e.getMessage(), e);
    }
  }

  private static void look(Session session, String queue, Consumer<String> each)
      throws JMSException {
    try (var browser = session.createBrowser(session.createQueue(queue))) {
      var messages = browser.getEnumeration();
      while (messages.hasMoreElements()) {
        var message = (Message) messages.nextElement();
        if (queue.equals(Broker.ACCEPTED) || wasAccepted(message)) {
          each.accept(Destinations.text(message));
        }
      }
    }
  }

  private static boolean wasAccepted(Message parked) throws JMSException {
    return Optional.ofNullable(parked.getStringProperty("source"))
        .filter(source -> source.endsWith(Broker.ACCEPTED))
        .isPresent();
  }
}
