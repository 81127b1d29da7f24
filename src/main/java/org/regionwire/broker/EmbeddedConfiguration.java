package org.regionwire.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** The journal, the limits and the queues of an {@link EmbeddedBroker}. */
final class EmbeddedConfiguration {
  /** The inner consumers of {@link Broker#PUBLISHED}. */
  static final List<String> SUBSCRIPTIONS = List.of(Broker.FEEDS);

  /** Queues that several may consume. */
  private static final Set<String> SHARED = Set.of(Broker.DEAD, Broker.LETTERS, Broker.ASKED_FOR);

  private static final int JOURNAL_BUFFER_NANOS = 150_000;
  private static final int REMEMBERED_DUPLICATES = 200_000;
  private static final long MEMORY_BYTES_BEFORE_PAGING = 64L << 20;

  /** Some 300 MB: compacting sooner reads back what is about to be consumed. */
  private static final int JOURNAL_FILES_BEFORE_COMPACTING = 30;

  private static final int MAX_DISK_PERCENT = 95;

  private EmbeddedConfiguration() {}

  /** Of a broker whose connections inside this process ask for {@code url}. */
  static Configuration of(Path journal, String url, Outsiders outsiders) throws Exception {
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
    config.addAddressConfiguration(queue(Broker.ACCEPTED));
    config.addAddressConfiguration(queue(Broker.DEAD));
    config.addAddressConfiguration(queue(Broker.LETTERS));
    config.addAddressConfiguration(queue(Broker.ASKED_FOR));
    config.addAddressConfiguration(topic(Broker.PUBLISHED, SUBSCRIPTIONS));
    return config;
  }

  /** Redelivery is for ever, with back-off: the consumers decide when to park. */
  private static AddressSettings settings() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(Broker.DEAD))
        .setExpiryAddress(SimpleString.of(Broker.DEAD))
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
}
