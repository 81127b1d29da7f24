package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regionwire.news.Ports;

/** A node asks the broker who listens before it makes what they would hear. */
class DistantListenersTest {
  private static final String TYPE = "application/cloudevents+json; charset=utf-8";

  @TempDir private Path folder;
  private EmbeddedBroker broker;
  private DistantListeners listeners;
  private int amqp;

  @BeforeEach
  void start() throws Exception {
    amqp = Ports.free();
    var outsiders = new Outsiders(Map.of("AMQP", "127.0.0.1:" + amqp), Map.of("reader", "right"));
    broker = EmbeddedBroker.start(folder, outsiders, "ours alone");
    broker.outside(Clock.systemUTC());
    listeners = new DistantListeners(broker.connections(2_000), () -> true);
  }

  @AfterEach
  void stop() throws Exception {
    broker.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wire.malmo.news",
        "wire.*.news",
        "wire.malmo.*",
        "wire.#",
        "wire.malmo.#",
        "wire.#.news"
      })
  void who_listens_by_name_or_by_wildcard_is_known_and_told(String address) throws Exception {
    assertThat(listeners.heard()).isFalse();
    try (var connection = amqp()) {
      var consumer = listen(connection, address);
      assertThat(listeners.heard()).isTrue();
      listeners.tell("wire.malmo.news", TYPE, "{}");
      assertThat(new String(consumer.receive(20_000).getBody(byte[].class), StandardCharsets.UTF_8))
          .isEqualTo("{}");
    }
  }

  @Test
  void what_is_told_while_nobody_listens_makes_nobody_heard() {
    listeners.tell("wire.malmo.news", TYPE, "{}");
    assertThat(listeners.heard()).isFalse();
  }

  @Test
  void whoever_has_left_is_not_heard_any_more() throws Exception {
    try (var connection = amqp()) {
      listen(connection, "wire.malmo.news");
      assertThat(listeners.heard()).isTrue();
    }
    await().untilAsserted(() -> assertThat(listeners.heard()).isFalse());
  }

  @Test
  void a_broker_that_is_away_has_not_said_that_nobody_listens() {
    var away = new DistantListeners(broker.connections(2_000), () -> false);
    assertThatThrownBy(away::heard).isInstanceOf(Undelivered.class);
  }

  private Connection amqp() throws JMSException {
    var connection =
        new JmsConnectionFactory("reader", "right", "amqp://127.0.0.1:" + amqp).createConnection();
    connection.start();
    return connection;
  }

  private static MessageConsumer listen(Connection connection, String address) throws JMSException {
    var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    return session.createConsumer(session.createTopic(address));
  }
}
