package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.broker.Broker;
import org.regionwire.broker.OutsideBroker;

/** What fails in a real process is put back by commands beside it. */
final class ParkedJourney {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private Newsroom newsroom;

  @AfterEach
  void end() {
    newsroom.close();
  }

  @Test
  void commands_reach_the_queues_of_the_wire_that_runs_and_of_no_other() {
    newsroom = new Newsroom(folder, Map.of()).opens();
    assertThat(newsroom.runs("parked")).contains("nothing is parked");
    assertThat(newsroom.runs("replay", "--all", "--dry-run")).contains("0 of 0 would be put back");
    newsroom.stops();
    assertThatThrownBy(() -> newsroom.runs("parked", "--json"))
        .hasMessageContaining("no wire answers at http://127.0.0.1");
  }

  @Test
  void with_a_broker_outside_what_cannot_be_read_is_listed_and_stays() throws Exception {
    try (var process = new ArtemisProcess(folder.resolve("artemis")).starts(Map.of())) {
      newsroom = new Newsroom(folder, Map.of("broker", process.address())).opens();
      try (var broker = OutsideBroker.at(process.address(), Clock.systemUTC())) {
        poisons(broker);
        await().atMost(SOON).until(() -> broker.depth(Broker.DEAD) == 1);
      }
      assertThat(newsroom.runs("parked")).contains("in archive", "not an enriched item");
      assertThatThrownBy(() -> newsroom.runs("replay", "--all"))
          .hasMessageContaining("stays parked")
          .hasMessageContaining("0 of 1 put back");
      assertThat(newsroom.runs("parked", "--json")).contains("{broken");
    }
  }

  private static void poisons(Broker broker) throws Exception {
    try (Connection connection = broker.connections(2_000).createConnection();
        Session session = connection.createSession()) {
      var message = session.createBytesMessage();
      message.writeBytes("{broken".getBytes(StandardCharsets.UTF_8));
      session.createProducer(session.createQueue(Broker.ACCEPTED)).send(message);
    }
  }
}
