package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outsiders hear what is told on the wire, by the clients they have, and reach nothing else. */
class OutsideDoorTest {
  private static final String EVENT = "{\"title\":\"Bro över Öresund\"}";
  private static final String TYPE = "application/cloudevents+json; charset=utf-8";

  @TempDir private Path folder;
  private EmbeddedBroker broker;
  private OutsideDoor door;
  private Sender sender;
  private int amqp;
  private int mqtt;
  private int stomp;

  @BeforeEach
  void start() throws Exception {
    amqp = freePort();
    mqtt = freePort();
    stomp = freePort();
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

  @Test
  void whoever_speaks_amqp_hears_one_region() throws Exception {
    try (var connection = amqp("reader", "right")) {
      var consumer = listen(connection, "wire.malmo.news");
      assertThat(door.heard()).isTrue();
      door.tell("wire.oslo.news", TYPE, "{}");
      door.tell("wire.malmo.news", TYPE, EVENT);
      Message message = consumer.receive(3_000);
      assertThat(text(message)).isEqualTo(EVENT);
      assertThat(message.getStringProperty("JMS_AMQP_CONTENT_TYPE")).isNull();
      assertThat(consumer.receiveNoWait()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wire.*.news", "wire.malmo.*", "wire.#", "wire.malmo.#"})
  void amqp_has_wildcards(String address) throws Exception {
    try (var connection = amqp("reader", "right")) {
      var consumer = listen(connection, address);
      door.tell("wire.malmo.news", TYPE, EVENT);
      assertThat(text(consumer.receive(3_000))).isEqualTo(EVENT);
    }
  }

  @Test
  void everyone_who_listens_hears_everything() throws Exception {
    try (var ann = amqp("reader", "right");
        var ben = amqp("other", "right too")) {
      var first = listen(ann, "wire.malmo.news");
      var second = listen(ben, "wire.malmo.news");
      door.tell("wire.malmo.news", TYPE, EVENT);
      assertThat(text(first.receive(3_000))).isEqualTo(EVENT);
      assertThat(text(second.receive(3_000))).isEqualTo(EVENT);
    }
  }

  @Test
  void nobody_comes_in_without_the_password() {
    assertThatThrownBy(() -> amqp("reader", "wrong")).isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> amqp("nobody", "right")).isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> amqp(null, null)).isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> amqp("regionwire", "")).isInstanceOf(JMSException.class);
    assertThatThrownBy(() -> mqtt("reader", "wrong")).isInstanceOf(MqttException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news.accepted",
        "news.published",
        "news.published::feeds",
        "news.dead",
        "digest.letters",
        "digest.letters::digest.letters",
        "wire.malmo.news::news.accepted",
        "wire.malmo.news::feeds",
        "news.accepted::wire.malmo.news",
        "feeds",
        "#",
        "*.accepted",
        "news.#",
        "activemq.management",
        "activemq.notifications",
        "$sys.mqtt.sessions",
        "queue://news.accepted",
        "wire"
      })
  void no_inner_queue_can_be_read_or_written_by_amqp(String address) throws Exception {
    for (boolean topic : new boolean[] {true, false}) {
      try (var connection = amqp("reader", "right");
          var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
        var destination = topic ? session.createTopic(address) : session.createQueue(address);
        assertThatThrownBy(() -> session.createConsumer(destination).receive(300))
            .as("read " + address)
            .isInstanceOf(JMSException.class);
        assertThatThrownBy(
                () -> session.createBrowser(session.createQueue(address)).getEnumeration())
            .as("browse " + address)
            .isInstanceOf(JMSException.class);
        assertThatThrownBy(
                () -> session.createProducer(destination).send(session.createTextMessage("mine")))
            .as("write " + address)
            .isInstanceOf(JMSException.class);
      }
    }
    nothing_inside_has_moved();
  }

  @Test
  void nobody_speaks_on_the_wire_but_we() throws Exception {
    try (var connection = amqp("reader", "right");
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      listen(connection, "wire.malmo.news");
      var topic = session.createTopic("wire.malmo.news");
      assertThatThrownBy(
              () -> session.createProducer(topic).send(session.createTextMessage("forged")))
          .isInstanceOf(JMSException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wire/malmo/news", "wire/+/news", "wire/#"})
  void whoever_speaks_mqtt_hears_with_wildcards_too(String filter) throws Exception {
    var heard = new LinkedBlockingQueue<MqttMessage>();
    var client = mqtt("reader", "right");
    try {
      subscribe(client, filter, heard);
      door.tell("wire.malmo.news", TYPE, EVENT);
      MqttMessage message = heard.poll(3, TimeUnit.SECONDS);
      assertThat(new String(message.getPayload(), StandardCharsets.UTF_8)).isEqualTo(EVENT);
      assertThat(message.getProperties().getContentType()).isEqualTo(TYPE);
    } finally {
      client.disconnect();
      client.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#",
        "+/+",
        "news/accepted",
        "news/published",
        "news.published::feeds",
        "news/published::feeds",
        "digest/letters",
        "$share/feeds/news/published",
        "$share/x/#",
        "$sys/mqtt/sessions",
        "activemq/notifications"
      })
  void no_inner_queue_can_be_read_or_written_by_mqtt(String filter) throws Exception {
    var heard = new LinkedBlockingQueue<MqttMessage>();
    var client = mqtt("reader", "right");
    try {
      subscribe(client, filter, heard);
    } catch (MqttException refused) {
      assertThat(refused).isNotNull();
    }
    sender.send("topic:" + Broker.PUBLISHED, Envelope.of("another inner secret"));
    assertThat(heard.poll(300, TimeUnit.MILLISECONDS)).isNull();
    try {
      client.publish(
          filter.replaceAll("[#+]", "x"), "mine".getBytes(StandardCharsets.UTF_8), 1, false);
    } catch (MqttException | IllegalArgumentException refused) {
      assertThat(refused).isNotNull();
    }
    client.disconnectForcibly(100, 100, false);
    client.close(true);
    assertThat(broker.depth(Broker.ACCEPTED)).isEqualTo(1);
    assertThat(broker.depth("feeds")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"news, accepted", "digest, letters", "news, published", "news, dead"})
  void a_subscription_named_like_an_inner_queue_does_it_no_harm(String client, String name)
      throws Exception {
    try (var connection =
        new JmsConnectionFactory("reader", "right", "amqp://127.0.0.1:" + amqp)
            .createConnection()) {
      connection.setClientID(client);
      connection.start();
      var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      var topic = session.createTopic("wire.malmo.news");
      assertThatCode(() -> session.createDurableSubscriber(topic, name).receive(300))
          .satisfiesAnyOf(e -> assertThat(e).isNull(), e -> assertThat(e).isNotNull());
      assertThatCode(() -> session.unsubscribe(name))
          .satisfiesAnyOf(e -> assertThat(e).isNull(), e -> assertThat(e).isNotNull());
    }
    try (var stomper = new StompClient(stomp)) {
      stomper.connect("reader", "right", client);
      String headers = "id:1\ndestination:wire.malmo.news\ndurable-subscription-name:" + name;
      stomper.send("SUBSCRIBE\n" + headers + "\nreceipt:1\n\n");
      if (stomper.frame().startsWith("RECEIPT")) {
        stomper.send("UNSUBSCRIBE\n" + headers + "\nreceipt:2\n\n");
        stomper.frame();
      }
    }
    var mqttClient = mqtt("reader", "right", client);
    assertThatThrownBy(() -> subscribe(mqttClient, name, new LinkedBlockingQueue<>()))
        .isInstanceOf(MqttException.class);
    mqttClient.close(true);
    nothing_inside_has_moved();
    sender.send("queue:" + Broker.LETTERS, Envelope.of("a reminder"));
    // The broker counts a moment after it has answered.
    await().until(() -> broker.depth(Broker.LETTERS) == 1);
  }

  @Test
  void no_producer_without_an_address_speaks_either() throws Exception {
    try (var connection = amqp("reader", "right");
        var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
      var inner = session.createQueue("news.accepted");
      assertThatThrownBy(
              () -> session.createProducer(null).send(inner, session.createTextMessage("mine")))
          .isInstanceOf(JMSException.class);
      assertThatThrownBy(session::createTemporaryQueue).isInstanceOf(JMSException.class);
    }
    nothing_inside_has_moved();
  }

  @Test
  void whoever_speaks_stomp_hears() throws Exception {
    try (var client = new StompClient(stomp)) {
      assertThat(client.connect("reader", "right")).startsWith("CONNECTED");
      client.send("SUBSCRIBE\nid:1\ndestination:wire.*.news\nreceipt:1\n\n");
      assertThat(client.frame()).startsWith("RECEIPT");
      door.tell("wire.malmo.news", TYPE, EVENT);
      assertThat(client.frame()).startsWith("MESSAGE").contains(EVENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"news.accepted", "news.published::feeds", "digest.letters", "#"})
  void no_inner_queue_can_be_read_or_written_by_stomp(String address) throws Exception {
    for (String frame : List.of("SUBSCRIBE\nid:1\n", "SEND\n")) {
      try (var client = new StompClient(stomp)) {
        client.connect("reader", "right");
        client.send(frame + "destination:" + address + "\nreceipt:1\n\n");
        assertThat(client.frame()).startsWith("ERROR");
      }
    }
    nothing_inside_has_moved();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wire.malmo.news::news.accepted", "wire.malmo.news::feeds"})
  void an_outer_address_is_no_way_to_an_inner_queue(String address) throws Exception {
    try (var client = new StompClient(stomp)) {
      client.connect("reader", "right");
      client.send("SUBSCRIBE\nid:1\ndestination:" + address + "\nreceipt:1\n\n");
      client.frame();
      assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
      sender.send("queue:" + Broker.ACCEPTED, Envelope.of("another"));
      sender.send("topic:" + Broker.PUBLISHED, Envelope.of("another"));
      assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(broker.depth(Broker.ACCEPTED)).isEqualTo(2);
    assertThat(broker.depth("feeds")).isEqualTo(2);
  }

  @Test
  void stomp_asks_for_the_password_too() throws Exception {
    try (var client = new StompClient(stomp)) {
      assertThat(client.connect("reader", "wrong")).startsWith("ERROR");
    }
  }

  @Test
  void who_is_slow_keeps_the_last_thousand_and_holds_nobody_up() throws Exception {
    try (var slow = amqp("reader", "right");
        var session = slow.createSession(false, Session.CLIENT_ACKNOWLEDGE)) {
      session.createConsumer(session.createTopic("wire.malmo.news?consumer.prefetch=1"));
      for (int i = 0; i < 5_000; i++) {
        door.tell("wire.malmo.news", TYPE, EVENT);
      }
      assertThat(broker.depth(Broker.DEAD)).isZero();
    }
    await().atMost(Duration.ofSeconds(5)).until(() -> !door.heard());
    assertThat(broker.depth(Broker.DEAD)).isZero();
  }

  private void nothing_inside_has_moved() {
    assertThat(broker.depth(Broker.ACCEPTED)).isEqualTo(1);
    assertThat(broker.depth("feeds")).isEqualTo(1);
    assertThat(broker.depth(Broker.DEAD)).isZero();
  }

  private Connection amqp(String user, String password) throws JMSException {
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

  private static MessageConsumer listen(Connection connection, String address) throws JMSException {
    var session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    return session.createConsumer(session.createTopic(address));
  }

  private static String text(Message message) throws JMSException {
    return new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
  }

  private MqttClient mqtt(String user, String password) throws MqttException {
    return mqtt(user, password, "paho" + System.nanoTime());
  }

  private MqttClient mqtt(String user, String password, String id) throws MqttException {
    var client = new MqttClient("tcp://127.0.0.1:" + mqtt, id, new MemoryPersistence());
    client.setTimeToWait(2_000);
    var options = new MqttConnectionOptions();
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    options.setConnectionTimeout(3);
    client.connect(options);
    return client;
  }

  private static void subscribe(MqttClient client, String filter, BlockingQueue<MqttMessage> heard)
      throws MqttException {
    client.subscribe(
        new MqttSubscription[] {new MqttSubscription(filter, 1)},
        new IMqttMessageListener[] {(topic, message) -> heard.add(message)});
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
