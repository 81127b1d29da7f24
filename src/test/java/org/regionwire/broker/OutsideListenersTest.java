package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outsiders hear what is told on the wire, by the clients they have. */
class OutsideListenersTest extends OutsideDoorFixture {
  @Test
  void whoever_speaks_amqp_hears_one_region() throws Exception {
    try (var connection = amqp("reader", "right")) {
      var consumer = listen(connection, "wire.malmo.news");
      assertThat(door.heard()).isTrue();
      door.tell("wire.oslo.news", TYPE, "{}");
      door.tell("wire.malmo.news", TYPE, EVENT);
      Message message = consumer.receive(20_000);
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
      assertThat(text(consumer.receive(20_000))).isEqualTo(EVENT);
    }
  }

  @Test
  void everyone_who_listens_hears_everything() throws Exception {
    try (var ann = amqp("reader", "right");
        var ben = amqp("other", "right too")) {
      var first = listen(ann, "wire.malmo.news");
      var second = listen(ben, "wire.malmo.news");
      door.tell("wire.malmo.news", TYPE, EVENT);
      assertThat(text(first.receive(20_000))).isEqualTo(EVENT);
      assertThat(text(second.receive(20_000))).isEqualTo(EVENT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wire/malmo/news", "wire/+/news", "wire/#"})
  void whoever_speaks_mqtt_hears_with_wildcards_too(String filter) throws Exception {
    var heard = new LinkedBlockingQueue<MqttMessage>();
    var client = mqtt("reader", "right");
    client.setTimeToWait(20_000);
    try {
      subscribe(client, filter, heard);
      door.tell("wire.malmo.news", TYPE, EVENT);
      MqttMessage message = heard.poll(20, TimeUnit.SECONDS);
      assertThat(new String(message.getPayload(), StandardCharsets.UTF_8)).isEqualTo(EVENT);
      assertThat(message.getProperties().getContentType()).isEqualTo(TYPE);
    } finally {
      client.disconnect();
      client.close();
    }
  }

  @Test
  void whoever_speaks_stomp_hears() throws Exception {
    try (var client = new StompClient(stomp)) {
      assertThat(client.connect("reader", "right")).startsWith("CONNECTED");
      client.send("SUBSCRIBE\nid:1\ndestination:wire.*.news\nreceipt:1\n\n");
      assertThat(client.answer()).startsWith("RECEIPT");
      door.tell("wire.malmo.news", TYPE, EVENT);
      assertThat(client.answer()).startsWith("MESSAGE").contains(EVENT);
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
    await().atMost(Duration.ofSeconds(20)).until(() -> !door.heard());
    assertThat(broker.depth(Broker.DEAD)).isZero();
  }
}
