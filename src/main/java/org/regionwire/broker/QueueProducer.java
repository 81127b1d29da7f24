package org.regionwire.broker;

import java.util.Collection;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;

/**
 * Sends the body, or each element of a list. Inside a batch it uses the batch's session, so that
 * what comes in and what goes out are one transaction. The body stays as it was.
 */
final class QueueProducer extends DefaultProducer {
  private final QueueEndpoint endpoint;

  QueueProducer(QueueEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    Object body = exchange.getMessage().getBody();
    Collection<?> all = body instanceof Collection<?> several ? several : List.of(body);
    var transaction = exchange.getProperty(BatchConsumer.TRANSACTION, Destinations.class);
    for (Object one : all) {
      Envelope envelope = endpoint.queues().envelope(one);
      if (transaction == null) {
        endpoint.queues().sender().send(endpoint.address(), envelope);
      } else {
        transaction.send(endpoint.address(), envelope);
      }
    }
  }
}
