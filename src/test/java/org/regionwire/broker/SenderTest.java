package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderTest {
  private static final String QUEUE = "queue:" + Broker.ACCEPTED;

  @TempDir private Path folder;
  private EmbeddedBroker first;
  private EmbeddedBroker second;

  @BeforeEach
  void start() throws Exception {
    first = EmbeddedBroker.start(folder.resolve("first"));
    second = EmbeddedBroker.start(folder.resolve("second"));
  }

  @AfterEach
  void stop() throws Exception {
    first.close();
    second.close();
  }

  @Test
  void what_is_acknowledged_by_one_that_was_followed_meanwhile_counts_for_nothing() {
    ConnectionFactory one = first.connections(2_000);
    ConnectionFactory other = second.connections(2_000);
    var asked = new AtomicInteger();
    // the first works when the send begins, and the second when it ends
    try (var sender =
        new Sender(
            () -> List.of(one, other).get(Math.min(asked.getAndIncrement(), 1)),
            () -> true,
            null,
            outcome -> {})) {
      assertThatThrownBy(() -> sender.send(QUEUE, Envelope.of("news")))
          .isInstanceOf(Undelivered.class)
          .hasMessageContaining("another broker works now");
      sender.send(QUEUE, Envelope.of("news"));
    }
    // a broker counts a moment after it has answered
    await().untilAsserted(() -> assertThat(first.depth(Broker.ACCEPTED)).isOne());
    await().untilAsserted(() -> assertThat(second.depth(Broker.ACCEPTED)).isOne());
  }

  @Test
  void a_broker_that_freezes_while_one_connects_is_waited_for_no_longer_than_for_a_send()
      throws Exception {
    try (var frozen = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var connections =
            new ActiveMQConnectionFactory("tcp://127.0.0.1:" + frozen.getLocalPort());
        var sender =
            new Sender(
                () -> connections,
                () -> true,
                new SendWatch(Duration.ofMillis(500)),
                outcome -> {})) {
      long began = System.nanoTime();
      assertThatThrownBy(() -> sender.send(QUEUE, Envelope.of("news")))
          .isInstanceOf(Undelivered.class);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
    }
  }
}
