package org.regionwire.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** What could not be stored or shown: to be looked at, and put back where it came from. */
public final class ParkedQueue {
  private static final Pattern ID = Pattern.compile("ID:[A-Za-z0-9-]{1,80}");
  private static final long PATIENCE_MILLIS = 2_000;

  private final ConnectionFactory connections;
  private final BooleanSupplier accepting;

  /**
   * One message.
   *
   * @param id for {@link #replay}
   * @param route that failed, empty when it is not known
   * @param source where it came from
   * @param reason why it failed
   */
  public record Parked(
      String id, String route, String source, String reason, Instant at, String text) {}

  /**
   * @param accepting asked before a message is put back
   */
  public ParkedQueue(ConnectionFactory connections, BooleanSupplier accepting) {
    this.connections = connections;
    this.accepting = accepting;
  }

  /** The oldest first; nothing is taken. */
  public List<Parked> look(int most) {
    try (var connection = connections.createConnection();
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        var browser = session.createBrowser(session.createQueue(Broker.DEAD))) {
      connection.start();
      List<Parked> parked = new ArrayList<>();
      var messages = Collections.list(browser.getEnumeration());
      for (Object message : messages.subList(0, Math.min(most, messages.size()))) {
        parked.add(parked((Message) message));
      }
      return parked;
    } catch (JMSException e) {
      throw new Undelivered("the broker does not show what is parked: " + e.getMessage(), e);
    }
  }

  private static Parked parked(Message message) throws JMSException {
    return new Parked(
        message.getJMSMessageID(),
        property(message, "route"),
        property(message, "source"),
        property(message, "reason"),
        Instant.ofEpochMilli(message.getJMSTimestamp()),
        Destinations.text(message));
  }

  private static String property(Message message, String name) throws JMSException {
    return Optional.ofNullable(message.getStringProperty(name)).orElse("");
  }

  /**
   * Puts one back where it came from: taken and sent in one transaction.
   *
   * @param mended in the place of its text; empty to leave that as it is
   * @return false when it is not there any more, or where it came from is not known
   * @throws Undelivered when it is not known to be back; it may still be parked
   */
  public boolean replay(String id, Optional<String> mended) {
    if (!ID.matcher(id).matches()) {
      return false;
    }
    if (!accepting.getAsBoolean()) {
      throw new Undelivered("the broker is stopped or its disk is full", null);
    }
    try (var connection = connections.createConnection();
        var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      Queue dead = session.createQueue(Broker.DEAD);
      try (var consumer =
          session.createConsumer(dead, "source is not null and JMSMessageID = '" + id + "'")) {
        Message message = consumer.receive(PATIENCE_MILLIS);
        if (message == null) {
          return false;
        }
        String text = mended.isPresent() ? mended.get() : Destinations.text(message);
        var back = new Envelope(text, Optional.empty(), Map.of());
        new Destinations(session).send(address(property(message, "source")), back);
        session.commit();
        return true;
      }
    } catch (JMSException e) {
      throw new Undelivered("the broker did not put it back: " + e.getMessage(), e);
    }
  }

  /** Of a subscription's queue its topic: hearing it again is harmless for the others. */
  private static String address(String source) {
    int queue = source.indexOf("::");
    return queue < 0 ? source : source.substring(0, queue).replaceFirst("^queue:", "topic:");
  }
}
