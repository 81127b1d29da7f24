package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.eclipse.paho.mqttv5.client.IMqttMessageListener;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.news.Ports;

/** A broker with a door for outsiders, two of whom have a password, and something inside. */
abstract class OutsideDoorFixture {
  static final String EVENT = "{\"title\":\"Bro över Öresund\"}";
  static final String TYPE = "application/cloudevents+json; charset=utf-8";

  @TempDir private Path folder;
  EmbeddedBroker broker;
  OutsideDoor door;
  Sender sender;
  int amqp;
  int mqtt;
  int stomp;

  @BeforeEach
  void start() throws Exception {
    amqp = Ports.free();
    mqtt = Ports.free();
    stomp = Ports.free();
    var listens =
        Map.of(
            "AMQP", "127.0.0.1:" + amqp,
            "MQTT", "127.0.0.1:" + mqtt,
            "STOMP", "127.0.0.1:" + stomp);
    var outsiders = new Outsiders(listens, Map.of("reader", "right", "other", "right too"));
    broker = EmbeddedBroker.start(folder, outsiders, "ours alone");
    door = broker.outside(Clock.systemUTC());
    sender = new Sender(broker.connections(2_000), broker::accepting);
    sender.send("queue:" + Broker.ACCEPTED, Envelope.of("an inner secret"));
    sender.send("topic:" + Broker.PUBLISHED, Envelope.of("an inner secret"));
  }

  @AfterEach
  void stop() throws Exception {
    sender.close();
    broker.close();
  }

  void nothing_inside_has_moved() {
    inside(1, 1);
    assertThat(broker.depth(Broker.DEAD)).isZero();
  }

  /** The broker counts a moment after it has answered. */
  void inside(long accepted, long feeds) {
    await()
        .untilAsserted(
            () -> {
              assertThat(broker.depth(Broker.ACCEPTED)).isEqualTo(accepted);
              assertThat(broker.depth("feeds")).isEqualTo(feeds);
            });
  }

  Connection amqp(String user, String password) throws JMSException {
    var connection =
        new JmsConnectionFactory(user, password, "amqp://127.0.0.1:" + amqp).createConnection();
    try {
      connection.start();
    } catch (JMSException e) {
      connection.close();
      throw e;
    }
    return connection;
  }

  static MessageConsumer listen(Connection connection, String address) throws JMSException {
    var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    return session.createConsumer(session.createTopic(address));
  }

  static String text(Message message) throws JMSException {
    return new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
  }

  MqttClient mqtt(String user, String password) throws MqttException {
    return mqtt(user, password, "paho" + System.nanoTime());
  }

  MqttClient mqtt(String user, String password, String id) throws MqttException {
    var client = new MqttClient("tcp://127.0.0.1:" + mqtt, id, new MemoryPersistence());
    client.setTimeToWait(20_000);
    var options = new MqttConnectionOptions();
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    options.setConnectionTimeout(20);
    client.connect(options);
    // of what is refused nobody hears
    client.setTimeToWait(2_000);
    return client;
  }

  static void subscribe(MqttClient client, String filter, BlockingQueue<MqttMessage> heard)
      throws MqttException {
    client.subscribe(
        new MqttSubscription[] {new MqttSubscription(filter, 1)},
        new IMqttMessageListener[] {(topic, message) -> heard.add(message)});
  }
}
