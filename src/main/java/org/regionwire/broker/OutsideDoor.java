package org.regionwire.broker;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.message.impl.CoreMessage;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Where outsiders listen: AMQP 1.0, MQTT 5 and STOMP, on {@code wire.<region>.<kind>} with
 * wildcards. What they do not take in time is gone: a queue keeps the last of its events only, in
 * memory, and not for long.
 */
public final class OutsideDoor implements Listeners {
  static final String ROOT = "wire.";

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final long EVENTS_IN_A_QUEUE = 1_000;
  private static final long BYTES_OF_AN_ADDRESS = 16L << 20;
  private static final int CONNECTIONS = 500;

  private final ActiveMQServer server;
  private final boolean open;
  private final Clock clock;

  OutsideDoor(ActiveMQServer server, boolean open, Clock clock) {
    this.server = server;
    this.open = open;
    this.clock = clock;
  }

  static void configure(Configuration config, Outsiders outsiders) throws Exception {
    for (var listen : outsiders.listens().entrySet()) {
      String protocol = listen.getKey().toUpperCase(Locale.ROOT);
      config.addAcceptorConfiguration(
          "outside-" + protocol,
          "tcp://"
              + listen.getValue()
              + "?protocols="
              + protocol
              + ";remotingThreads=2;saslMechanisms=PLAIN;autoStart=false;connectionsAllowed="
              + CONNECTIONS);
    }
    config.addAddressSetting(ROOT + "#", settings());
  }

  /** Nobody comes in before this. */
  static void guard(ActiveMQServer server) throws Exception {
    server.getRemotingService().addIncomingInterceptor(new OnlyWireFilters());
    for (var acceptor : server.getRemotingService().getAcceptors().values()) {
      acceptor.start();
    }
  }

  /** An empty address is none: what expires must not end among the parked items. */
  private static AddressSettings settings() {
    return new AddressSettings()
        .setDeadLetterAddress(SimpleString.of(""))
        .setExpiryAddress(SimpleString.of(""))
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        .setAutoDeleteAddresses(true)
        .setAutoDeleteQueues(true)
        .setDefaultAddressRoutingType(RoutingType.MULTICAST)
        .setDefaultQueueRoutingType(RoutingType.MULTICAST)
        .setDefaultRingSize(EVENTS_IN_A_QUEUE)
        .setMaxDeliveryAttempts(3)
        .setMaxSizeBytes(BYTES_OF_AN_ADDRESS)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.DROP);
  }

  @Override
  public boolean heard() {
    return open
        && server
            .getPostOffice()
            .getAllBindings()
            .anyMatch(binding -> binding.getAddress().toString().startsWith(ROOT));
  }

  @Override
  public void tell(String address, String mediaType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long now = clock.millis();
    var message =
        new CoreMessage(server.getStorageManager().generateID(), bytes.length + 512)
            .setType(Message.BYTES_TYPE)
            .setDurable(false)
            .setTimestamp(now)
            .setAddress(address)
            .setRoutingType(RoutingType.MULTICAST)
            .setExpiration(now + KEPT.toMillis());
    message.putStringProperty("JMS_AMQP_ContentType", mediaType);
    message.putStringProperty("mqtt.content.type", mediaType);
    message.getBodyBuffer().writeBytes(bytes);
    try {
      server.getPostOffice().route(message, false);
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not pass on what is told", e);
    }
  }
}
