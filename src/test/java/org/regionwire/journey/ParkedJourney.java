package org.regionwire.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Databases;
import org.regionwire.broker.Broker;
import org.regionwire.broker.OutsideBroker;

/** What fails in a real process is put back by commands beside it. */
final class ParkedJourney {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path folder;
  private final String database = Databases.postgresqlUrl();
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

  @Test
  void any_of_several_nodes_says_that_an_item_is_parked_and_what_happens_next() throws Exception {
    try (var process = new ArtemisProcess(folder.resolve("artemis")).starts(Map.of());
        var broker = OutsideBroker.at(process.address(), Clock.systemUTC());
        var other = node("other", process, Map.of("roles", "feeds,web"))) {
      newsroom = node("taking", process, Map.of("roles", "intake,web"));
      byte[] item = "{\"title\": \"A ferry\"}".getBytes(StandardCharsets.UTF_8);
      String status = "/items/" + newsroom.posts("application/json", item).id() + "/status";
      assertThat(newsroom.gets(status).json().path("status").asText()).isEqualTo("accepted");
      parks(broker);
      for (Newsroom node : List.of(newsroom, other)) {
        await()
            .atMost(SOON)
            .until(() -> node.gets(status).json().path("status").asText().equals("parked"));
      }
      assertThat(other.gets(status).body()).isEqualTo(newsroom.gets(status).body());
      assertThat(other.page(status)).contains("It is parked since", "put it back");
      assertThat(newsroom.runs("replay", "--all")).contains("1 of 1 put back");
      try (var archiving = node("archiving", process, Map.of())) {
        for (Newsroom node : List.of(newsroom, other, archiving)) {
          await()
              .atMost(SOON)
              .until(() -> node.gets(status).json().path("status").asText().equals("published"));
        }
      }
    }
  }

  private Newsroom node(String name, ArtemisProcess broker, Map<String, String> more)
      throws IOException {
    var settings = new HashMap<>(more);
    settings.put("broker", broker.address());
    settings.put("database", database);
    settings.put("secrets", folder.resolve("secrets").toString());
    return new Newsroom(Files.createDirectories(folder.resolve(name)), settings).opens();
  }

  /** As a node does that has tried to archive it in vain. */
  private static void parks(Broker broker) throws Exception {
    try (Connection connection = broker.connections(2_000).createConnection();
        Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      connection.start();
      var message = session.createConsumer(session.createQueue(Broker.ACCEPTED)).receive(30_000);
      var copy = session.createBytesMessage();
      copy.writeBytes(message.getBody(byte[].class));
      copy.setStringProperty("source", "queue:" + Broker.ACCEPTED);
      session.createProducer(session.createQueue(Broker.DEAD)).send(copy);
      session.commit();
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
