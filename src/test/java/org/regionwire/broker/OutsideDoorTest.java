package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outsiders come in by a password only, and reach nothing but what is told on the wire. */
class OutsideDoorTest extends OutsideDoorFixture {
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
    inside(1, 2);
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
      if (stomper.answer().startsWith("RECEIPT")) {
        stomper.send("UNSUBSCRIBE\n" + headers + "\nreceipt:2\n\n");
        stomper.answer();
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

  @ParameterizedTest
  @ValueSource(strings = {"news.accepted", "news.published::feeds", "digest.letters", "#"})
  void no_inner_queue_can_be_read_or_written_by_stomp(String address) throws Exception {
    for (String frame : List.of("SUBSCRIBE\nid:1\n", "SEND\n")) {
      try (var client = new StompClient(stomp)) {
        client.connect("reader", "right");
        client.send(frame + "destination:" + address + "\nreceipt:1\n\n");
        assertThat(client.answer()).startsWith("ERROR");
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
      client.answer();
      assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
      sender.send("queue:" + Broker.ACCEPTED, Envelope.of("another"));
      sender.send("topic:" + Broker.PUBLISHED, Envelope.of("another"));
      assertThatThrownBy(client::frame).isInstanceOf(SocketTimeoutException.class);
    }
    inside(2, 2);
  }

  @Test
  void stomp_asks_for_the_password_too() throws Exception {
    try (var client = new StompClient(stomp)) {
      assertThat(client.connect("reader", "wrong")).startsWith("ERROR");
    }
  }
}
