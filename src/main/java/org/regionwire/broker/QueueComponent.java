package org.regionwire.broker;

import jakarta.jms.ConnectionFactory;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * Camel's way to the broker: {@code queue:news.accepted} and {@code topic:news.published}. It
 * consumes in batches and sends in the consumer's own transaction, which camel-jms cannot (ADR 3).
 * Register it once under each scheme.
 */
public final class QueueComponent extends DefaultComponent {
  private final ConnectionFactory connections;
  private final Sender sender;
  private final Function<Object, Envelope> envelopes;
  private final Predicate<Throwable> outage;
  private final InHand inHand;
  private final Consumer<String> parked;
  private final UnaryOperator<String> about;

  /**
   * @param connections for consumers
   * @param sender for messages sent outside a consumer's transaction
   * @param envelopes from a message body to what is sent
   * @param outage whether a failure is of a neighbour that will come back, so that retrying never
   *     ends; any other failure is of the message, which is parked after some attempts
   */
  public QueueComponent(
      ConnectionFactory connections,
      Sender sender,
      Function<Object, Envelope> envelopes,
      Predicate<Throwable> outage) {
    this(connections, sender, envelopes, outage, new InHand(), queue -> {}, text -> "");
  }

  /**
   * As the other, and looked at.
   *
   * @param inHand told what consumers have taken
   * @param parked told of the queue of each message that is parked
   * @param about tells from a message's text what it is about, for a line of the log
   */
  public QueueComponent(
      ConnectionFactory connections,
      Sender sender,
      Function<Object, Envelope> envelopes,
      Predicate<Throwable> outage,
      InHand inHand,
      Consumer<String> parked,
      UnaryOperator<String> about) {
    this.about = about;
    this.inHand = inHand;
    this.parked = parked;
    this.connections = connections;
    this.sender = sender;
    this.envelopes = envelopes;
    this.outage = outage;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String name, Map<String, Object> parameters) {
    String scheme = uri.substring(0, uri.indexOf(':'));
    int max = getAndRemoveParameter(parameters, "max", Integer.class, 256);
    String subscription = getAndRemoveParameter(parameters, "subscription", String.class, "");
    return new QueueEndpoint(uri, this, scheme + ":" + name, subscription, max);
  }

  ConnectionFactory connections() {
    return connections;
  }

  Sender sender() {
    return sender;
  }

  Envelope envelope(Object body) {
    return body instanceof String text ? Envelope.of(text) : envelopes.apply(body);
  }

  InHand inHand() {
    return inHand;
  }

  Consumer<String> parked() {
    return parked;
  }

  String about(String text) {
    return about.apply(text);
  }

  boolean isOutage(Throwable failure) {
    return outage.test(failure);
  }
}
