package org.regionwire.broker;

import jakarta.jms.ConnectionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** Artemis in this process, with a durable journal. Nothing listens unless there are outsiders. */
public final class EmbeddedBroker implements Broker {
  /** The inner consumers of {@link #PUBLISHED}. */
  private static final List<String> SUBSCRIPTIONS = List.of(FEEDS);

  /** Queues that several may consume. */
  private static final Set<String> SHARED = Set.of(DEAD, LETTERS, ASKED_FOR);

  /** The broker's cluster user: it passes without a check of each message. */
  private static final String OURSELVES = "regionwire";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final int JOURNAL_BUFFER_NANOS = 150_000;
  private static final int REMEMBERED_DUPLICATES = 200_000;
  private static final long MEMORY_BYTES_BEFORE_PAGING = 64L << 20;

  /** Some 300 MB: compacting sooner reads back what is about to be consumed. */
  private static final int JOURNAL_FILES_BEFORE_COMPACTING = 30;

  private static final Duration TO_REST = Duration.ofSeconds(30);
  private static final long LOOK_NANOS = 2_000_000;

  private static final int MAX_DISK_PERCENT = 95;

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
    var config = configuration(journal, url, outsiders);
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

  private static Configuration configuration(Path journal, String url, Outsiders outsiders)
      throws Exception {
    var config = new ConfigurationImpl();
    config.setName("regionwire");
    config.setJournalDirectory(journal.resolve("journal").toString());
    config.setBindingsDirectory(journal.resolve("bindings").toString());
    config.setPagingDirectory(journal.resolve("paging").toString());
    config.setLargeMessagesDirectory(journal.resolve("large").toString());
    config.setPersistenceEnabled(true);
    config.setJournalType(JournalType.NIO);
    config.setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS);
    config.setPageSyncTimeout(JOURNAL_BUFFER_NANOS);
    config.setJournalCompactMinFiles(JOURNAL_FILES_BEFORE_COMPACTING);
    config.setIDCacheSize(REMEMBERED_DUPLICATES);
    config.setPersistIDCache(true);
    config.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.HALT);
    config.setMaxDiskUsage(MAX_DISK_PERCENT);
    config.setSecurityEnabled(false);
    config.setJMXManagementEnabled(false);
    config.setResolveProtocols(outsiders.any());
    config.setThreadPoolMaxSize(8);
    config.setScheduledThreadPoolMaxSize(2);
    config.addAcceptorConfiguration("inside", url);
    config.addAddressSetting("#", settings());
    config.addAddressConfiguration(queue(ACCEPTED));
    config.addAddressConfiguration(queue(DEAD));
    config.addAddressConfiguration(queue(LETTERS));
    config.addAddressConfiguration(queue(ASKED_FOR));
    config.addAddressConfiguration(topic(PUBLISHED, SUBSCRIPTIONS));
    return config;
  }

  /** Redelivery is for ever, with back-off: the consumers decide when to park. */
  private static AddressSettings settings() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(DEAD))
        .setExpiryAddress(SimpleString.of(DEAD))
        .setAutoCreateAddresses(false)
        .setAutoCreateQueues(false)
        .setAutoDeleteAddresses(false)
        .setAutoDeleteQueues(false)
        .setMaxDeliveryAttempts(-1)
        .setRedeliveryDelay(100)
        .setRedeliveryMultiplier(2)
        .setMaxRedeliveryDelay(10_000)
        .setMaxSizeBytes(MEMORY_BYTES_BEFORE_PAGING)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
  }

  private static CoreAddressConfiguration queue(String name) {
    return new CoreAddressConfiguration()
        .setName(name)
        .addRoutingType(RoutingType.ANYCAST)
        .addQueueConfig(durable(name, name, RoutingType.ANYCAST));
  }

  private static CoreAddressConfiguration topic(String name, List<String> subscriptions) {
    var address =
        new CoreAddressConfiguration().setName(name).addRoutingType(RoutingType.MULTICAST);
    for (String subscription : subscriptions) {
      address.addQueueConfig(durable(subscription, name, RoutingType.MULTICAST));
    }
    return address;
  }

  private static QueueConfiguration durable(String name, String address, RoutingType type) {
    return QueueConfiguration.of(name)
        .setAddress(address)
        .setRoutingType(type)
        .setDurable(true)
        .setExclusive(!SHARED.contains(name));
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
    return Stream.of(List.of(ACCEPTED), SUBSCRIPTIONS, List.of(LETTERS, ASKED_FOR, DEAD))
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
