package org.regionwire.push;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regionwire.archive.Database;
import org.regionwire.news.MovingClock;
import org.regionwire.signals.Metrics;

/** A hub with two feeds, and callbacks that stand by what they ask for. */
abstract class HubFixture {
  static final String MALMO = "https://wire.example/feeds/malmo.atom";
  static final String OSLO = "https://wire.example/feeds/oslo.atom";

  final ConcurrentMap<String, String> feeds =
      new ConcurrentHashMap<>(Map.of(MALMO, "one", OSLO, "en"));
  final MovingClock clock = new MovingClock(Instant.parse("2026-03-01T12:00:00Z"));
  final Vertx vertx = Vertx.vertx();
  Database database;
  Callbacks callbacks;
  Hub hub;

  abstract Database open();

  @BeforeEach
  void start() throws Exception {
    database = open();
    callbacks = new Callbacks();
    hub = hub(true, 50);
  }

  @AfterEach
  void stop() {
    hub.close();
    callbacks.close();
    vertx.close();
    database.close();
  }

  Hub hub(boolean privates, int perHost) {
    return hub(privates, perHost, Duration.ofSeconds(4));
  }

  Hub hub(boolean privates, int perHost, Duration patience) {
    return new Hub(
        database,
        source(),
        new CallbackRules(privates, Set.of(80, 443)),
        perHost,
        patience,
        vertx,
        new SecureRandom(),
        clock,
        Optional.empty(),
        new Metrics());
  }

  /** Looks often: what is waited for here takes milliseconds. */
  static ConditionFactory await() {
    return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(15));
  }

  void subscribe(String path, String topic, Map<String, String> more) {
    int before = followers();
    ask("subscribe", path, topic, more);
    await().until(() -> followers() == before + 1 && intents() == 0);
  }

  void ask(String mode, String path, String topic, Map<String, String> more) {
    var fields = fields(mode, callbacks.at(path), topic);
    more.forEach((name, value) -> fields.put(name, List.of(value)));
    hub.ask(fields);
  }

  static Map<String, List<String>> fields(String mode, String callback, String topic) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("hub.mode", List.of(mode));
    fields.put("hub.callback", List.of(callback));
    fields.put("hub.topic", List.of(topic));
    return fields;
  }

  void publish(String topic, String text) {
    feeds.put(topic, text);
    hub.look();
  }

  boolean after(Duration time) {
    clock.passes(time);
    hub.look();
    return true;
  }

  int followers() {
    return database.read(handle -> new JdbiFollowers(handle).count());
  }

  int intents() {
    return database.read(handle -> new JdbiIntents(handle).count());
  }

  FeedSource source() {
    return new FeedSource() {
      @Override
      public Optional<String> objection(String address) {
        return feeds.containsKey(address) ? Optional.empty() : Optional.of("is no feed");
      }

      @Override
      public String etag(String topic) {
        return "\"" + feeds.get(topic) + "\"";
      }

      @Override
      public boolean isReady(String topic) {
        return false;
      }

      @Override
      public FeedContent content(String topic) {
        byte[] bytes = feeds.get(topic).getBytes(StandardCharsets.UTF_8);
        return new FeedContent(
            "\"" + feeds.get(topic) + "\"", "application/atom+xml", bytes, "<hub>; rel=\"hub\"");
      }
    };
  }
}
