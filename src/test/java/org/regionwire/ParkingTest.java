package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.regionwire.news.Items.anItem;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.archive.Archive;
import org.regionwire.archive.Database;
import org.regionwire.archive.Databases;
import org.regionwire.archive.ItemJson;
import org.regionwire.archive.JdbiArchive;
import org.regionwire.broker.Broker;
import org.regionwire.broker.EmbeddedBroker;
import org.regionwire.broker.ParkedQueue;
import org.regionwire.intake.Refused;
import org.regionwire.news.EnrichedItem;

/** What failed is put back, mended or as it is. */
class ParkingTest {
  @TempDir private Path folder;
  private final ItemJson json = new ItemJson();
  private EmbeddedBroker broker;
  private Database database;
  private Archive archive;
  private Parking parking;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(folder.resolve("journal"));
    database = Databases.sqlite(folder);
    archive = new JdbiArchive(database, Clock.systemUTC(), json);
    var queue = new ParkedQueue(broker.connections(2_000), broker::accepting);
    parking = new Parking(queue, json, archive);
  }

  @AfterEach
  void stop() throws Exception {
    database.close();
    broker.close();
  }

  private void parks(String text) throws JMSException {
    try (var connection = broker.connections(2_000).createConnection();
        var session = connection.createSession()) {
      var message = session.createBytesMessage();
      message.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      message.setStringProperty("route", "archive");
      message.setStringProperty("source", "queue:" + Broker.ACCEPTED);
      message.setStringProperty("reason", "no room");
      session.createProducer(session.createQueue(Broker.DEAD)).send(message);
    }
  }

  private String id() {
    return parking.look(1).get(0).id();
  }

  @Test
  void a_try_says_what_would_come_of_it_and_changes_nothing() throws Exception {
    EnrichedItem item = anItem().titled("A bridge").about("malmo").build();
    parks(json.write(item));
    assertThat(parking.title(parking.look(1).get(0))).isEqualTo("A bridge");
    assertThat(parking.tried(id(), Optional.empty())).contains("A bridge", "[malmo]");
    assertThat(parking.triedAll()).contains("all 1 can be read");
    archive.add(List.of(item));
    assertThat(parking.tried(id(), Optional.empty())).contains("in the archive already");
    assertThat(broker.depth(Broker.DEAD)).isOne();
    assertThat(broker.depth(Broker.ACCEPTED)).isZero();
  }

  @Test
  void what_cannot_be_read_stays_parked_until_it_is_mended() throws Exception {
    parks("{broken");
    assertThat(parking.readable("{broken")).isEqualTo("{broken");
    assertThat(parking.triedAll()).contains("1 of 1 cannot be read");
    assertThatThrownBy(() -> parking.replay(id(), Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("not an accepted item");
    assertThat(broker.depth(Broker.DEAD)).isOne();
    String mended = parking.readable(json.write(anItem().titled("A tower").build()));
    assertThat(mended).contains("\n");
    assertThat(parking.replay(id(), Optional.of(mended))).contains("Put back", "A tower");
    assertThat(broker.depth(Broker.DEAD)).isZero();
    assertThat(broker.depth(Broker.ACCEPTED)).isOne();
    assertThatThrownBy(() -> parking.tried("ID:gone", Optional.empty()))
        .hasMessageContaining("not parked any more");
  }

  @Test
  void all_are_put_back_at_once() throws Exception {
    for (int i = 0; i < 3; i++) {
      parks(json.write(anItem().titled("Item " + i).build()));
    }
    assertThat(parking.replayAll()).startsWith("3 ");
    assertThat(broker.depth(Broker.DEAD)).isZero();
    assertThat(broker.depth(Broker.ACCEPTED)).isEqualTo(3);
  }
}
