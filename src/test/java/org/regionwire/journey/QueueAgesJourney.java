package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.broker.Broker;
import org.regionwire.broker.OutsideBroker;

/** How old the messages of a broker outside are, with the rights that it gives to nodes. */
class QueueAgesJourney {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void the_oldest_message_tells_its_age_also_while_somebody_holds_it(@TempDir Path folder)
      throws Exception {
    try (var process = new ArtemisProcess(folder).starts(Map.of());
        var broker = OutsideBroker.at(process.address(), Clock.systemUTC())) {
      await().atMost(SOON).until(broker::accepting);
      assertThat(broker.queues()).contains(Broker.ACCEPTED, Broker.DEAD);
      assertThat(broker.oldest(Broker.ACCEPTED)).isEmpty();
      try (Connection connection = broker.connections(2_000).createConnection();
          Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
        Instant came = sends(session);
        await()
            .atMost(SOON)
            .until(() -> broker.oldest(Broker.ACCEPTED).filter(came::equals).isPresent());
        connection.start();
        try (var consumer = session.createConsumer(session.createQueue(Broker.ACCEPTED))) {
          assertThat(consumer.receive(20_000)).isNotNull();
          await()
              .atMost(SOON)
              .untilAsserted(
                  () ->
                      assertThat(broker.oldest(Broker.ACCEPTED))
                          .hasValueSatisfying(
                              at -> assertThat(at).isNotEqualTo(came).isBefore(Instant.now())));
          session.commit();
        }
        await().atMost(SOON).until(() -> broker.oldest(Broker.ACCEPTED).isEmpty());
        await().atMost(SOON).untilAsserted(() -> assertThat(broker.trouble()).isEmpty());
      }
    }
  }

  private static Instant sends(Session session) throws Exception {
    var message = session.createBytesMessage();
    session.createProducer(session.createQueue(Broker.ACCEPTED)).send(message);
    session.commit();
    return Instant.ofEpochMilli(message.getJMSTimestamp());
  }
}
