package org.regionwire.broker;

import jakarta.jms.BytesMessage;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** One session's producers, made once each. Like its session, for one thread at a time. */
final class Destinations {
  private final Session session;
  private final Map<String, MessageProducer> producers = new HashMap<>();

  Destinations(Session session) {
    this.session = session;
  }

  /**
   * @param address {@code queue:news.accepted} or {@code topic:news.published}
   */
  void send(String address, Envelope envelope) throws JMSException {
    // Text messages are UTF-16 in the journal: twice the bytes.
    BytesMessage message = session.createBytesMessage();
    message.writeBytes(envelope.text().getBytes(StandardCharsets.UTF_8));
    if (envelope.duplicateId().isPresent()) {
      message.setStringProperty("_AMQ_DUPL_ID", envelope.duplicateId().get());
    }
    for (var property : envelope.properties().entrySet()) {
      message.setStringProperty(property.getKey(), property.getValue());
    }
    MessageProducer producer = producers.get(address);
    if (producer == null) {
      producer = session.createProducer(destination(session, address));
      producers.put(address, producer);
    }
    producer.send(message);
  }

  /** What {@link #send} wrote. */
  static String text(Message message) throws JMSException {
    var bytes = (BytesMessage) message;
    byte[] text = new byte[(int) bytes.getBodyLength()];
    bytes.readBytes(text);
    bytes.reset();
    return new String(text, StandardCharsets.UTF_8);
  }

  static Destination destination(Session session, String address) throws JMSException {
    int colon = address.indexOf(':');
    String name = address.substring(colon + 1);
    return address.startsWith("topic:") ? session.createTopic(name) : session.createQueue(name);
  }
}
