package org.regionwire.broker;

import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.support.DefaultEndpoint;

/** A queue, or an address with one queue for each subscription. */
@UriEndpoint(
    scheme = "queue",
    title = "Queue",
    syntax = "queue:name",
    category = {Category.MESSAGING})
final class QueueEndpoint extends DefaultEndpoint {
  private static final String OWN = "own";

  private final QueueComponent component;
  private final String address;
  private final String subscription;
  private final int max;

  QueueEndpoint(
      String uri, QueueComponent component, String address, String subscription, int max) {
    super(uri, component);
    this.component = component;
    this.address = address;
    this.subscription = subscription;
    this.max = max;
  }

  @Override
  public Producer createProducer() {
    return new QueueProducer(this);
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    return new BatchConsumer(this, processor);
  }

  QueueComponent queues() {
    return component;
  }

  /** Where to send: {@code topic:news.published}. */
  String address() {
    return address;
  }

  /**
   * Where to consume: a subscription's queue is named by address and queue (FQQN). One of our own
   * lasts as long as the connection.
   */
  String source() {
    return subscription.isEmpty() || subscription.equals(OWN)
        ? address
        : "queue:" + address.substring(address.indexOf(':') + 1) + "::" + subscription;
  }

  int max() {
    return max;
  }
}
