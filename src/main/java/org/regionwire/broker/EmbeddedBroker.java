package org.regionwire.broker;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Artemis in this process, with a durable journal. Nothing listens unless there are outsiders. */
public final class EmbeddedBroker implements Broker {
  /** The broker's cluster user: it passes without a check of each message. */
  private static final String OURSELVES = "regionwire";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Duration TO_REST = Duration.ofSeconds(30);
  private static final long LOOK_NANOS = 2_000_000;

  private final EmbeddedActiveMQ broker;
  private final String url;
  private final String password;
  private final Outsiders outsiders;

  private EmbeddedBroker(
      EmbeddedActiveMQ broker, String url, String password, Outsiders outsiders) {
    this.broker = broker;
    this.url = url;
    this.password = password;
    this.outsiders = outsiders;
  }

  /**
   * Starts it; returns when it takes messages. Several may run in one process, in other folders.
   */
  public static EmbeddedBroker start(Path journal) throws Exception {
    return start(journal, Outsiders.NONE, "");
  }

  /**
   * As {@link #start(Path)}, with listeners for outsiders.
   *
   * @param password our own towards the broker, a secret: who has it may do everything. Nobody asks
   *     for it while there are no outsiders
   */
  public static EmbeddedBroker start(Path journal, Outsiders outsiders, String password)
      throws Exception {
    String url = "vm://" + NUMBER.getAndIncrement();
    var broker = new EmbeddedActiveMQ();
    var config = EmbeddedConfiguration.of(journal, url, outsiders);
    if (outsiders.any()) {
      config.setSecurityEnabled(true);
      config.setClusterUser(OURSELVES);
      config.setClusterPassword(password);
      OutsideDoor.configure(config, outsiders);
      broker.setSecurityManager(new ReadersOnly(outsiders.readers()));
    }
    broker.setConfiguration(config);
    broker.start();
    if (outsiders.any()) {
      OutsideDoor.guard(broker.getActiveMQServer());
    }
    return new EmbeddedBroker(broker, url, password, outsiders);
  }

  @Override
  public ConnectionFactory connections(int callTimeoutMillis) {
    var factory = new ActiveMQConnectionFactory(url);
    factory.setBlockOnDurableSend(true);
    factory.setCallTimeout(callTimeoutMillis);
    factory.setReconnectAttempts(0);
    if (outsiders.any()) {
      factory.setUser(OURSELVES);
      factory.setPassword(password);
    }
    return factory;
  }

  @Override
  public Sender sender(int longestMillis) {
    return new Sender(connections(longestMillis), this::accepting);
  }

  @Override
  public OutsideDoor outside(Clock clock) {
    return new OutsideDoor(broker.getActiveMQServer(), outsiders.any(), clock);
  }

  @Override
  public boolean running() {
    return broker.getActiveMQServer().isActive();
  }

  @Override
  public Optional<String> trouble() {
    return accepting()
        ? Optional.empty()
        : Optional.of("the broker is stopped, or its disk is nearly full: nothing is accepted");
  }

  @Override
  public boolean accepting() {
    ActiveMQServer server = broker.getActiveMQServer();
    return server.isActive() && !server.getPagingManager().isDiskFull();
  }

  @Override
  public long depth(String queue) {
    if (!running()) {
      return 0;
    }
    var found = broker.getActiveMQServer().locateQueue(SimpleString.of(queue));
    return found == null ? 0 : found.getMessageCount();
  }

  /** Waits longer than a batch may wait for the database, and a failed one for its next try. */
  @Override
  public synchronized void atRest(Runnable work) {
    var accepted = broker.getActiveMQServer().locateQueue(SimpleString.of(ACCEPTED));
    accepted.pause();
    try {
      long end = System.nanoTime() + TO_REST.toNanos();
      while (accepted.getDeliveringCount() + accepted.getScheduledCount() > 0) {
        if (System.nanoTime() > end) {
          throw new Undelivered("the archive does not settle what it took; try again", null);
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
      work.run();
    } finally {
      accepted.resume();
    }
  }

  @Override
  public List<String> queues() {
    return Stream.of(
            List.of(ACCEPTED),
            EmbeddedConfiguration.SUBSCRIPTIONS,
            List.of(LETTERS, ASKED_FOR, DEAD))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public Optional<Instant> oldest(String queue) {
    if (!running()) {
      return Optional.empty();
    }
    var found = broker.getActiveMQServer().locateQueue(SimpleString.of(queue));
    return found == null ? Optional.empty() : OldestMessage.of(found);
  }

  @Override
  public void close() throws Exception {
    broker.stop();
  }
}
