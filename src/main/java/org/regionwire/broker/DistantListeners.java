package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** Those who listen at an outside broker. For one thread at a time. */
final class DistantListeners implements Listeners {
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final SimpleString ALL = SimpleString.of("wire.#");

  private final ConnectionFactory connections;
  private final BooleanSupplier accepting;
  private Optional<Line> line = Optional.empty();

  private record Line(Connection connection, Session session, MessageProducer producer) {}

  DistantListeners(ConnectionFactory connections, BooleanSupplier accepting) {
    this.connections = connections;
    this.accepting = accepting;
  }

  /**
   * The broker counts whoever listens to any address under this one, wildcards included.
   *
   * @throws Undelivered if the broker did not say
   */
  @Override
  public boolean heard() {
    return this.<Boolean>withLine(
        line ->
            !((ActiveMQSession) line.session())
                .getCoreSession()
                .addressQuery(ALL)
                .getQueueNames()
                .isEmpty());
  }

  /**
   * @throws Undelivered if the broker did not take it
   */
  @Override
  public void tell(String address, String mediaType, String text) {
    this.<Boolean>withLine(
        line -> {
          send(line, address, mediaType, text);
          return true;
        });
  }

  private interface Use<T> {
    T of(Line line) throws JMSException, ActiveMQException;
  }

  private synchronized <T> T withLine(Use<T> use) {
    if (!accepting.getAsBoolean()) {
      throw new Undelivered("the broker is away or takes nothing", null);
    }
    try {
      if (line.isEmpty()) {
        line = Optional.of(open());
      }
      return use.of(line.get());
    } catch (JMSException | ActiveMQException | RuntimeException e) {
      line.ifPresent(broken -> Closing.quietly(broken.connection()));
      line = Optional.empty();
      throw new Undelivered("the broker does not pass on what is told: " + e.getMessage(), e);
    }
  }

  private Line open() throws JMSException {
    Connection connection = connections.createConnection();
    Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageProducer producer = session.createProducer(null);
    producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
    producer.setTimeToLive(KEPT.toMillis());
    return new Line(connection, session, producer);
  }

  private static void send(Line line, String address, String mediaType, String text)
      throws JMSException {
    var message = line.session().createBytesMessage();
    message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    message.setStringProperty("JMS_AMQP_ContentType", mediaType);
    // JMS itself allows no dots in a name.
    ((ActiveMQMessage) message).getCoreMessage().putStringProperty("mqtt.content.type", mediaType);
    // createTopic of the session asks the broker each time
    line.producer().send(ActiveMQDestination.createTopic(address), message);
  }
}
