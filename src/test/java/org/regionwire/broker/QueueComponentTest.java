package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueComponentTest {
  private static final class Outage extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @TempDir Path journal;
  private EmbeddedBroker broker;
  private Sender sender;
  private DefaultCamelContext camel;

  /** What each exchange brought, as it came. */
  private final List<List<String>> batches = new CopyOnWriteArrayList<>();

  private final List<String> published = new CopyOnWriteArrayList<>();
  private final AtomicBoolean outage = new AtomicBoolean();

  @BeforeEach
  void start() throws Exception {
    broker = EmbeddedBroker.start(journal);
    startCamel();
  }

  private void startCamel() throws Exception {
    sender = new Sender(broker.connections(2_000), broker::accepting);
    camel = new DefaultCamelContext();
    var queues =
        new QueueComponent(
            broker.connections(5_000),
            sender,
            body -> Envelope.of(body.toString()),
            Outage.class::isInstance);
    camel.addComponent("queue", queues);
    camel.addComponent(
        "topic",
        new QueueComponent(
            broker.connections(5_000), sender, body -> Envelope.of(body.toString()), x -> false));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("queue:news.accepted?max=100")
                .routeId("archive")
                .to("topic:news.published")
                .process(exchange -> store(exchange.getMessage().getBody(List.class)));
            from("topic:news.published?subscription=feeds")
                .process(
                    exchange -> {
                      for (Object one : exchange.getMessage().getBody(List.class)) {
                        published.add((String) one);
                      }
                    });
          }
        });
    camel.start();
  }

  private void store(List<?> body) {
    if (outage.get()) {
      throw new Outage();
    }
    List<String> texts = new ArrayList<>();
    body.forEach(one -> texts.add((String) one));
    if (texts.contains("poison")) {
      throw new IllegalStateException("cannot be stored");
    }
    batches.add(texts);
  }

  @AfterEach
  void stop() throws Exception {
    camel.close();
    sender.close();
    broker.close();
  }

  private void sends(String... texts) {
    for (String text : texts) {
      sender.send("queue:news.accepted", Envelope.of(text));
    }
  }

  private List<String> stored() {
    return batches.stream().flatMap(List::stream).toList();
  }

  @Test
  void what_was_sent_is_stored_and_announced() {
    sends("one", "two", "three");
    await().untilAsserted(() -> assertThat(published).containsExactly("one", "two", "three"));
    await().untilAsserted(() -> assertThat(stored()).containsExactly("one", "two", "three"));
  }

  @Test
  void messages_that_wait_are_taken_as_one_batch() throws Exception {
    camel.getRouteController().stopRoute("archive");
    sends("one", "two", "three", "four");
    camel.getRouteController().startRoute("archive");
    await().untilAsserted(() -> assertThat(stored()).hasSize(4));
    assertThat(batches.size()).isLessThan(4);
  }

  @Test
  void a_poison_message_is_parked_with_its_reason_and_the_others_go_on() {
    sends("one", "poison", "two");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(broker.depth("news.dead")).isEqualTo(1));
    await().untilAsserted(() -> assertThat(stored()).containsExactlyInAnyOrder("one", "two"));
    await().untilAsserted(() -> assertThat(broker.depth("news.accepted")).isZero());
    await().untilAsserted(() -> assertThat(published).containsExactlyInAnyOrder("one", "two"));
  }

  @Test
  void an_outage_parks_nothing_and_ends_by_itself() {
    outage.set(true);
    sends("one", "two");
    await().during(Duration.ofSeconds(3)).until(() -> broker.depth("news.dead") == 0);
    outage.set(false);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(published).containsExactlyInAnyOrder("one", "two"));
  }

  @Test
  void the_same_duplicate_id_is_delivered_once() {
    var twice = new Envelope("once", Optional.of("key"), java.util.Map.of());
    sender.send("queue:news.accepted", twice);
    sender.send("queue:news.accepted", twice);
    sends("last");
    await().untilAsserted(() -> assertThat(published).containsExactly("once", "last"));
  }

  @Test
  void what_was_acknowledged_survives_a_restart() throws Exception {
    camel.getRouteController().stopRoute("archive");
    sends("kept");
    camel.close();
    sender.close();
    broker.close();
    broker = EmbeddedBroker.start(journal);
    startCamel();
    await().untilAsserted(() -> assertThat(published).containsExactly("kept"));
  }

  @Test
  void a_stopped_broker_is_said_at_once() throws Exception {
    broker.close();
    var failed = new AtomicInteger();
    try {
      sends("lost");
    } catch (Undelivered e) {
      failed.incrementAndGet();
    }
    assertThat(failed).hasValue(1);
    broker = EmbeddedBroker.start(journal);
  }
}
