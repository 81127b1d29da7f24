package org.regionwire.broker;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Takes what is there, as one exchange whose body is a list of texts, in one broker transaction. An
 * idle wire waits for nothing: the first message is awaited, the others are taken if they are
 * there. A batch that fails is taken one by one, so that only the poison message is parked.
 */
final class BatchConsumer extends DefaultConsumer {
  /** The exchange property that holds the transaction's producers. */
  static final String TRANSACTION = "regionwire.transaction";

  /** Deliveries before a message is parked. */
  private static final int ATTEMPTS = 6;

  /** Items that a line of the log names. */
  private static final int TOLD = 10;

  private static final long RECONNECT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final Logger LOG = LoggerFactory.getLogger(BatchConsumer.class);

  private final QueueEndpoint endpoint;
  private @Nullable ExecutorService executor;
  private volatile @Nullable Connection connection;
  private volatile boolean running;
  private final Set<String> parked = new HashSet<>();
  private int oneByOne;
  private boolean away;

  BatchConsumer(QueueEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    running = true;
    executor =
        endpoint
            .getCamelContext()
            .getExecutorServiceManager()
            .newSingleThreadExecutor(this, endpoint.source());
    executor.execute(this::consume);
  }

  @Override
  protected void doStop() throws Exception {
    running = false;
    Connection current = connection;
    if (current != null) {
      Closing.quietly(current);
    }
    if (executor != null) {
      endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(executor);
    }
    super.doStop();
  }

  private void consume() {
    while (running) {
      try (Connection mine = endpoint.queues().connections().createConnection();
          Session session = mine.createSession(true, Session.SESSION_TRANSACTED)) {
        connection = mine;
        away = false;
        var consumer = session.createConsumer(Destinations.destination(session, endpoint.source()));
        mine.start();
        var transaction = new Destinations(session);
        workOn(mine, session, consumer, transaction);
      } catch (JMSException | RuntimeException e) {
        if (running) {
          tell(e);
          LockSupport.parkNanos(RECONNECT_NANOS);
        }
      }
    }
  }

  /** A connection that failed is not closed politely: one that hangs would hold that up too. */
  private void workOn(
      Connection mine, Session session, MessageConsumer consumer, Destinations transaction)
      throws JMSException {
    try {
      while (running) {
        List<Message> batch = take(consumer);
        if (!batch.isEmpty()) {
          work(session, transaction, batch);
        }
      }
    } catch (JMSException | RuntimeException e) {
      new Breaking(mine).run();
      throw e;
    }
  }

  /** Once: it tries twice a second. */
  private void tell(Exception outage) {
    if (!away) {
      LOG.warn("{}: trying again until it works: {}", endpoint.source(), outage.toString());
    }
    away = true;
  }

  private List<Message> take(MessageConsumer consumer) throws JMSException {
    List<Message> batch = new ArrayList<>();
    Message message = consumer.receive();
    int most = oneByOne > 0 ? 1 : endpoint.max();
    while (message != null) {
      batch.add(message);
      message = batch.size() < most ? consumer.receiveNoWait() : null;
    }
    return batch;
  }

  private void work(Session session, Destinations transaction, List<Message> batch)
      throws JMSException {
    batch.removeIf(this::isParked);
    if (!batch.isEmpty()) {
      endpoint.queues().inHand().takes(endpoint.source(), batch.get(0).getJMSTimestamp());
    }
    Exception failure = batch.isEmpty() ? null : process(transaction, batch);
    if (failure == null) {
      session.commit();
      endpoint.queues().inHand().finishes(endpoint.source());
      oneByOne = Math.max(0, oneByOne - 1);
      return;
    }
    if (isOfTheBroker(failure) || endpoint.queues().isOutage(failure)) {
      about(LOG.atWarn(), batch)
          .log("{}: waiting for a neighbour: {}", endpoint.source(), failure.toString());
      session.rollback();
    } else if (batch.size() > 1) {
      oneByOne = batch.size();
      session.rollback();
    } else if (batch.get(0).getIntProperty("JMSXDeliveryCount") < ATTEMPTS) {
      session.rollback();
    } else {
      park(batch.get(0), failure);
      session.rollback();
    }
  }

  /** That what the route sent was not taken says nothing about the message. */
  private static boolean isOfTheBroker(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JMSException || cause instanceof Undelivered) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Exception process(Destinations transaction, List<Message> batch)
      throws JMSException {
    List<String> texts = new ArrayList<>(batch.size());
    for (Message message : batch) {
      texts.add(Destinations.text(message));
    }
    Exchange exchange = createExchange(false);
    try {
      exchange.setProperty(TRANSACTION, transaction);
      exchange.getMessage().setBody(texts);
      getProcessor().process(exchange);
      return exchange.getException();
    } catch (Exception e) {
      return e;
    } finally {
      releaseExchange(exchange, false);
    }
  }

  /**
   * The transaction still holds what the failed attempt sent, so it is undone, and the message
   * comes once more, to be let go. Dying in between parks it twice; the broker drops the second.
   */
  private void park(Message message, Exception failure) throws JMSException {
    about(LOG.atError(), List.of(message))
        .setCause(failure)
        .log("{}: parked after {} attempts", endpoint.source(), ATTEMPTS);
    var properties =
        Map.of(
            "route", String.valueOf(getRouteId()),
            "source", endpoint.source(),
            "reason", failure.toString());
    String id = message.getJMSMessageID();
    endpoint
        .queues()
        .sender()
        .send(
            "queue:" + Broker.DEAD,
            new Envelope(
                Destinations.text(message), Optional.of(endpoint.source() + id), properties));
    parked.add(id);
    endpoint.queues().parked().accept(InHand.queue(endpoint.source()));
  }

  /** Says which items, of many only the first. */
  private LoggingEventBuilder about(LoggingEventBuilder line, List<Message> batch)
      throws JMSException {
    List<String> items = new ArrayList<>();
    for (Message message : batch.subList(0, Math.min(batch.size(), TOLD))) {
      items.add(endpoint.queues().about(Destinations.text(message)));
    }
    return line.addKeyValue("route", getRouteId()).addKeyValue("item", String.join(" ", items));
  }

  private boolean isParked(Message message) {
    try {
      return parked.remove(message.getJMSMessageID());
    } catch (JMSException e) {
      return false;
    }
  }
}
