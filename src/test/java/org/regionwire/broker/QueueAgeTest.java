package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueAgeTest {
  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");

  @Test
  void what_a_distant_consumer_holds_is_as_old_as_the_queue_has_not_moved() {
    var two = QueueAge.after(Optional.empty(), 2, NOON);
    var stuck = QueueAge.after(Optional.of(two), 2, NOON.plusSeconds(1));
    var more = QueueAge.after(Optional.of(stuck), 3, NOON.plusSeconds(60));
    assertThat(more.oldest()).contains(NOON);
    var fewer = QueueAge.after(Optional.of(more), 2, NOON.plusSeconds(61));
    assertThat(fewer.oldest()).contains(NOON.plusSeconds(61));
    assertThat(QueueAge.after(Optional.of(fewer), 0, NOON).oldest()).isEmpty();
  }

  @Test
  void what_is_seen_in_the_queue_tells_its_own_age() {
    var seen = QueueAge.after(Optional.empty(), 2, NOON).with(Optional.of(NOON.minusSeconds(9)));
    assertThat(seen.oldest()).contains(NOON.minusSeconds(9));
  }

  @Test
  void the_oldest_message_inside_is_found_whoever_holds_it(@TempDir Path folder) throws Exception {
    try (var broker = EmbeddedBroker.start(folder);
        var connection = broker.connections(2_000).createConnection();
        var session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      assertThat(broker.oldest(Broker.ACCEPTED)).isEmpty();
      assertThat(broker.queues()).contains(Broker.ACCEPTED, "feeds", Broker.DEAD);
      var queue = session.createQueue(Broker.ACCEPTED);
      var message = session.createBytesMessage();
      session.createProducer(queue).send(message);
      session.commit();
      var came = Instant.ofEpochMilli(message.getJMSTimestamp());
      // the broker puts it into its queue a moment after it is on the disk
      await().until(() -> broker.oldest(Broker.ACCEPTED).equals(Optional.of(came)));
      connection.start();
      var consumer = session.createConsumer(queue);
      assertThat(consumer.receive(20_000)).isNotNull();
      assertThat(broker.oldest(Broker.ACCEPTED)).as("held").contains(came);
      session.rollback();
      await().until(() -> broker.oldest(Broker.ACCEPTED).equals(Optional.of(came)));
    }
  }
}
