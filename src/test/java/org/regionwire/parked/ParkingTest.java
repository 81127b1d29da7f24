package org.regionwire.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.regionwire.news.Items.anItem;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
import org.regionwire.intake.validating.Validator;
import org.regionwire.news.EnrichedItem;
import org.regionwire.region.Enricher;
import org.regionwire.region.gazetteer.Gazetteer;
import org.regionwire.region.graph.RegionFiles;

/** What failed is put back, mended or as it is. */
class ParkingTest {
  private static final Gazetteer GAZETTEER = Gazetteer.load();
  private static final RegionFiles WORLD = new RegionFiles(Optional.empty(), GAZETTEER);

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
    parking = new Parking(queue, json, new Rehearsal(validator(), enricher(), archive));
  }

  private static Validator validator() {
    return new Validator(WORLD.regions(), WORLD.topics(), Clock.systemUTC(), new Random(1));
  }

  private static Enricher enricher() {
    return new Enricher(WORLD.regions(), GAZETTEER);
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
      long before = broker.depth(Broker.DEAD);
      session.createProducer(session.createQueue(Broker.DEAD)).send(message);
      // the broker puts it into its queue a moment after it is on the disk
      await().until(() -> broker.depth(Broker.DEAD) == before + 1);
    }
  }

  /** It counts a moment after it has answered. */
  private void holds(String queue, long messages) {
    await().untilAsserted(() -> assertThat(broker.depth(queue)).isEqualTo(messages));
  }

  private String id() {
    return parking.look(1).get(0).id();
  }

  private Parking.Fate tried() {
    return parking.replay(List.of(), true).get(0);
  }

  @Test
  void a_try_says_what_would_come_of_it_and_changes_nothing() throws Exception {
    EnrichedItem item = anItem().titled("A bridge").about("malmo").build();
    parks(json.write(item));
    assertThat(parking.title(parking.look(1).get(0))).isEqualTo("A bridge");
    assertThat(tried().well()).isTrue();
    assertThat(tried().what()).isEqualTo("is published as a new item, for malmo.");
    archive.add(List.of(item));
    assertThat(tried().what()).contains("in the archive already");
    holds(Broker.DEAD, 1);
    holds(Broker.ACCEPTED, 0);
    assertThat(archive.count()).isOne();
  }

  @Test
  void a_try_tells_a_revision_from_a_new_item_and_what_would_be_found_today() throws Exception {
    EnrichedItem first = anItem().titled("A bridge in Oslo").about("malmo").build();
    archive.add(List.of(first));
    EnrichedItem second =
        anItem().titled("A tower in Oslo").about("malmo").withId(first.item().id()).build();
    parks(json.write(second));
    assertThat(tried().what()).isEqualTo("becomes revision 2, for malmo.");
    assertThat(tried().remarks())
        .anySatisfy(remark -> assertThat(remark).contains("oslo", "malmo"));
  }

  @Test
  void what_cannot_be_read_stays_parked_until_it_is_mended() throws Exception {
    parks("{broken");
    assertThat(parking.readable("{broken")).isEqualTo("{broken");
    String id = id();
    var stays = parking.replay(List.of(id), false).get(0);
    assertThat(stays.well()).isFalse();
    assertThat(stays.what()).contains("stays parked", "not an accepted item");
    holds(Broker.DEAD, 1);
    String mended = parking.readable(json.write(anItem().titled("A tower").build()));
    assertThat(mended).contains("\n");
    var back = parking.replay(id, mended, false);
    assertThat(back.well()).isTrue();
    assertThat(back.title()).isEqualTo("A tower");
    holds(Broker.DEAD, 0);
    holds(Broker.ACCEPTED, 1);
    assertThat(parking.replay("ID:gone", mended, false).what()).contains("not parked any more");
  }

  @Test
  void what_is_mended_is_checked_and_cleaned_like_what_a_sender_sends() throws Exception {
    String text = json.write(anItem().titled("A tower").about("malmo").build());
    parks(text);
    var refused = parking.replay(id(), text.replace("\"A tower\"", "\" \""), false);
    assertThat(refused.well()).isFalse();
    assertThat(refused.what()).contains("stays parked");
    var unknown =
        parking.replay(
            id(),
            text.replace("\"item\":{", "\"item\":{\"content\":\"<p>x</p><script>y</script>\","),
            false);
    assertThat(unknown.well()).as(unknown.what()).isTrue();
    holds(Broker.ACCEPTED, 1);
    try (var connection = broker.connections(2_000).createConnection();
        var session = connection.createSession();
        var browser = session.createBrowser(session.createQueue(Broker.ACCEPTED))) {
      connection.start();
      var message = (jakarta.jms.BytesMessage) browser.getEnumeration().nextElement();
      byte[] bytes = new byte[(int) message.getBodyLength()];
      message.readBytes(bytes);
      assertThat(new String(bytes, StandardCharsets.UTF_8))
          .contains("<p>x</p>", "malmo")
          .doesNotContain("script");
    }
  }

  @Test
  void many_are_put_back_at_once_and_one_that_cannot_be_read_holds_up_none() throws Exception {
    for (int i = 0; i < 3; i++) {
      parks(json.write(anItem().titled("Item " + i).build()));
    }
    parks("{broken");
    var tried = parking.replay(List.of(), true);
    assertThat(tried.stream().filter(Parking.Fate::well)).hasSize(3);
    holds(Broker.DEAD, 4);
    var fates = parking.replay(List.of(), false);
    assertThat(fates.stream().filter(Parking.Fate::well)).hasSize(3);
    holds(Broker.DEAD, 1);
    holds(Broker.ACCEPTED, 3);
  }
}
