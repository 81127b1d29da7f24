package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regionwire.broker.ParkedQueue.Parked;

class ParkedQueueTest {
  private static final String ACCEPTED = "queue:" + Broker.ACCEPTED;
  private static final String FEEDS = "queue:news.published::feeds";

  @TempDir private Path journal;
  private EmbeddedBroker broker;
  private Sender sender;
  private ParkedQueue parked;

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(journal);
    sender = new Sender(broker.connections(2_000), broker::accepting);
    parked = new ParkedQueue(broker.connections(2_000), broker::accepting);
  }

  @AfterEach
  void stop() throws Exception {
    sender.close();
    broker.close();
  }

  private void parks(String text, String source) {
    var why = Map.of("route", "archive", "source", source, "reason", "no room");
    parks(new Envelope(text, Optional.empty(), why));
  }

  /** The broker puts it into its queue a moment after it is on the disk. */
  private void parks(Envelope envelope) {
    long before = broker.depth(Broker.DEAD);
    sender.send("queue:" + Broker.DEAD, envelope);
    await().until(() -> broker.depth(Broker.DEAD) == before + 1);
  }

  private List<Parked> look() {
    return parked.look(10);
  }

  @Test
  void looking_takes_nothing_and_says_why_it_is_parked() {
    assertThat(look()).isEmpty();
    parks("one", ACCEPTED);
    parks("two", FEEDS);
    for (int i = 0; i < 2; i++) {
      assertThat(look()).extracting(Parked::text).containsExactly("one", "two");
      assertThat(look()).extracting(Parked::reason).containsOnly("no room");
      assertThat(look()).extracting(Parked::source).containsExactly(ACCEPTED, FEEDS);
    }
    assertThat(parked.look(1)).hasSize(1);
  }

  @Test
  void what_is_put_back_goes_where_it_came_from_once() {
    parks("one", ACCEPTED);
    parks("two", FEEDS);
    parks("three", ACCEPTED);
    String two = look().get(1).id();
    assertThat(parked.replay(two, Optional.empty())).isTrue();
    assertThat(parked.replay(two, Optional.empty())).isFalse();
    await().untilAsserted(() -> assertThat(broker.depth("feeds")).isOne());
    assertThat(look()).extracting(Parked::text).containsExactly("one", "three");
    assertThat(parked.replay(look().get(0).id(), Optional.of("mended"))).isTrue();
    await().untilAsserted(() -> assertThat(broker.depth(Broker.ACCEPTED)).isOne());
    assertThat(look()).extracting(Parked::text).containsExactly("three");
  }

  @Test
  void what_nobody_knows_the_way_of_stays_parked() {
    parks(Envelope.of("expired"));
    assertThat(parked.replay(look().get(0).id(), Optional.empty())).isFalse();
    assertThat(parked.replay("ID:1' or '1'='1", Optional.empty())).isFalse();
    assertThat(look()).hasSize(1);
  }

  @Test
  void nothing_is_taken_while_nothing_can_be_put_back() {
    parks("one", ACCEPTED);
    String id = look().get(0).id();
    var full = new ParkedQueue(broker.connections(2_000), () -> false);
    assertThatThrownBy(() -> full.replay(id, Optional.empty())).isInstanceOf(Undelivered.class);
    assertThat(look()).hasSize(1);
  }
}
