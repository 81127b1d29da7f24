package org.regionwire.broker;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Sends the body. Inside a batch it uses the batch's session, so that what comes in and what goes
 * out are one transaction. The body stays as it was.
 */
final class QueueProducer extends DefaultProducer {
  private final QueueEndpoint endpoint;

  QueueProducer(QueueEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    Envelope envelope = endpoint.queues().envelope(exchange.getMessage().getBody());
    var transaction = exchange.getProperty(BatchConsumer.TRANSACTION, Destinations.class);
    if (transaction == null) {
      endpoint.queues().sender().send(endpoint.address(), envelope);
    } else {
      transaction.send(endpoint.address(), envelope);
    }
  }
}
