package org.regionwire.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Database;
import org.regionwire.intake.Refused;
import org.regionwire.signals.Metrics;

/** What subscribers are promised, whatever database keeps the books. */
abstract class HubContract {
  private static final String MALMO = "https://wire.example/feeds/malmo.atom";
  private static final String OSLO = "https://wire.example/feeds/oslo.atom";

  private final ConcurrentMap<String, String> feeds =
      new ConcurrentHashMap<>(Map.of(MALMO, "one", OSLO, "en"));
  private final Moving clock = new Moving();
  private final Vertx vertx = Vertx.vertx();
  private Database database;
  private Callbacks callbacks;
  private Hub hub;

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

  private Hub hub(boolean privates, int perHost) {
    return new Hub(
        database,
        source(),
        new CallbackRules(privates, Set.of(80, 443)),
        perHost,
        Duration.ofSeconds(4),
        vertx,
        new SecureRandom(),
        clock,
        Optional.empty(),
        new Metrics());
  }

  @Test
  void a_verified_subscriber_is_told_exactly_the_topic_signed() {
    subscribe("/ann?x=1", MALMO, Map.of("hub.secret", "s3cret"));
    assertThat(callbacks.asked.get(0))
        .containsEntry("x", "1")
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", MALMO)
        .containsEntry("hub.lease_seconds", "864000");
    publish(MALMO, "two – två");
    await().until(() -> callbacks.told.size() == 1);
    var told = callbacks.told.get(0);
    assertThat(told.body()).isEqualTo("two – två");
    assertThat(told.type()).isEqualTo("application/atom+xml");
    assertThat(told.link()).isEqualTo("<hub>; rel=\"hub\"");
    assertThat(told.signature())
        .isEqualTo(Signature.of("two – två".getBytes(StandardCharsets.UTF_8), "s3cret"));
  }

  @Test
  void the_signature_is_the_one_of_rfc_4231() {
    assertThat(
            Signature.of(
                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII), "Jefe"))
        .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void only_topics_whose_bytes_changed_are_pushed_and_once() {
    subscribe("/ann", MALMO, Map.of());
    subscribe("/ben", OSLO, Map.of());
    publish(MALMO, "two");
    await().until(() -> callbacks.toldAt("/ann").size() == 1);
    hub.look();
    hub.call();
    subscribe("/cato", OSLO, Map.of());
    assertThat(callbacks.toldAt("/ann")).containsExactly("two");
    assertThat(callbacks.toldAt("/ben")).isEmpty();
    assertThat(callbacks.told.get(0).signature()).isNull();
  }

  @Test
  void whoever_does_not_stand_by_it_is_not_subscribed() {
    for (int answer : new int[] {Callbacks.LIE, Callbacks.REDIRECT, 404, Callbacks.FLOOD}) {
      callbacks.answers.put("/" + answer, answer);
      ask("subscribe", "/" + answer, MALMO, Map.of());
    }
    await().until(() -> callbacks.asked.size() == 4);
    await().until(() -> intents() == 0);
    publish(MALMO, "two");
    subscribe("/ann", OSLO, Map.of());
    publish(OSLO, "to");
    await().until(() -> callbacks.toldAt("/ann").size() == 1);
    assertThat(callbacks.told).hasSize(1);
  }

  @Test
  void a_callback_that_is_down_is_asked_again() {
    callbacks.answers.put("/ann", 503);
    ask("subscribe", "/ann", MALMO, Map.of());
    await().until(() -> callbacks.asked.size() == 1);
    callbacks.answers.remove("/ann");
    await().until(() -> after(Duration.ofSeconds(6)) && followers() == 1);
  }

  @Test
  void whoever_unsubscribes_is_told_no_more_once_it_is_verified() {
    subscribe("/ann", MALMO, Map.of());
    subscribe("/ben", MALMO, Map.of());
    callbacks.answers.put("/ben", Callbacks.LIE);
    ask("unsubscribe", "/ann", MALMO, Map.of());
    ask("unsubscribe", "/ben", MALMO, Map.of());
    await().until(() -> intents() == 0 && followers() == 1);
    callbacks.answers.clear();
    publish(MALMO, "two");
    await().until(() -> callbacks.toldAt("/ben").size() == 1);
    assertThat(callbacks.toldAt("/ann")).isEmpty();
  }

  @Test
  void a_callback_that_is_gone_ends_its_subscription() {
    subscribe("/ann", MALMO, Map.of());
    callbacks.answers.put("/ann", 410);
    publish(MALMO, "two");
    await().until(() -> followers() == 0);
    assertThat(callbacks.toldAt("/ann")).hasSize(1);
  }

  @Test
  void a_failure_is_tried_again_with_what_the_topic_is_by_then() {
    subscribe("/ann", MALMO, Map.of());
    callbacks.answers.put("/ann", 500);
    publish(MALMO, "two");
    await().until(() -> callbacks.toldAt("/ann").size() == 1);
    publish(MALMO, "three");
    callbacks.answers.remove("/ann");
    await().until(() -> after(Duration.ofSeconds(6)) && callbacks.toldAt("/ann").size() == 2);
    assertThat(callbacks.toldAt("/ann")).containsExactly("two", "three");
    after(Duration.ofHours(2));
    subscribe("/ben", MALMO, Map.of());
    assertThat(callbacks.toldAt("/ann")).hasSize(2);
  }

  @Test
  void what_was_not_told_before_the_process_died_is_told_by_the_next() {
    subscribe("/ann", MALMO, Map.of());
    hub.close();
    feeds.put(MALMO, "two");
    hub = hub(true, 50);
    hub.look();
    await().until(() -> callbacks.toldAt("/ann").equals(List.of("two")));
  }

  @Test
  void what_changed_between_asking_and_verifying_is_told() {
    callbacks.answers.put("/ann", 503);
    ask("subscribe", "/ann", MALMO, Map.of());
    await().until(() -> callbacks.asked.size() == 1);
    publish(MALMO, "two");
    callbacks.answers.remove("/ann");
    await().until(() -> after(Duration.ofSeconds(6)) && callbacks.toldAt("/ann").size() == 1);
  }

  @Test
  void a_lease_ends_and_a_renewal_prolongs_it() {
    subscribe("/ann", MALMO, Map.of("hub.lease_seconds", "3600"));
    subscribe("/ben", MALMO, Map.of("hub.lease_seconds", "3600"));
    after(Duration.ofMinutes(50));
    ask("subscribe", "/ben", MALMO, Map.of("hub.lease_seconds", "3600"));
    await().until(() -> intents() == 0);
    assertThat(followers()).isEqualTo(2);
    after(Duration.ofMinutes(20));
    await().until(() -> followers() == 1);
    publish(MALMO, "two");
    await().until(() -> callbacks.toldAt("/ben").size() == 1);
    assertThat(callbacks.toldAt("/ann")).isEmpty();
  }

  /** As a hub is looked at from outside: websub.rocks, tests of hubs 101, 102 and 105. */
  @Test
  void a_lease_is_as_long_as_asked_within_bounds_and_what_nobody_knows_is_passed_over() {
    subscribe("/ann", MALMO, Map.of("hub.lease_seconds", "3600", "hub.foo", "x", "foo", "y"));
    subscribe("/ben", MALMO, Map.of("hub.lease_seconds", "1"));
    subscribe("/cato", MALMO, Map.of("hub.lease_seconds", "999999999"));
    assertThat(callbacks.asked)
        .extracting(fields -> fields.get("hub.lease_seconds"))
        .containsExactly("3600", "60", "2592000");
    publish(MALMO, "two");
    await().until(() -> callbacks.told.size() == 3);
  }

  @Test
  void a_topic_that_is_none_any_more_is_denied() {
    subscribe("/ann", MALMO, Map.of());
    feeds.remove(MALMO);
    hub.look();
    await().until(() -> callbacks.asked.size() == 2);
    assertThat(callbacks.asked.get(1))
        .containsEntry("hub.mode", "denied")
        .containsEntry("hub.topic", MALMO)
        .containsKey("hub.reason");
    await().until(() -> followers() == 0 && intents() == 0);
  }

  @Test
  void callbacks_that_hang_hold_nobody_else_up() throws Exception {
    try (var others = new Callbacks("127.0.0.2")) {
      for (int i = 0; i < 40; i++) {
        callbacks.answers.put("/hang" + i, Callbacks.HANG);
        callbacks.answers.put("/hang" + i, 204);
        subscribe("/hang" + i, MALMO, Map.of());
      }
      hub.ask(fields("subscribe", others.at("/ann"), MALMO));
      await().until(() -> followers() == 41);
      for (int i = 0; i < 40; i++) {
        callbacks.answers.put("/hang" + i, Callbacks.HANG);
      }
      publish(MALMO, "two");
      await().atMost(Duration.ofMillis(3_500)).until(() -> others.toldAt("/ann").size() == 1);
    }
  }

  @Test
  void a_flood_for_an_answer_is_not_read() {
    subscribe("/ann", MALMO, Map.of());
    callbacks.answers.put("/ann", Callbacks.FLOOD);
    publish(MALMO, "two");
    await().until(() -> callbacks.toldAt("/ann").size() == 1);
    subscribe("/ben", OSLO, Map.of());
    after(Duration.ofMinutes(1));
    subscribe("/cato", OSLO, Map.of());
    assertThat(callbacks.toldAt("/ann")).hasSize(1);
  }

  @Test
  void every_mistake_is_told_at_once() {
    assertThatThrownBy(
            () ->
                hub.ask(
                    Map.of(
                        "hub.mode", List.of("publish"),
                        "hub.topic", List.of("https://elsewhere.example/"),
                        "hub.callback", List.of("ftp://x"),
                        "hub.lease_seconds", List.of("-1"),
                        "hub.secret", List.of("s".repeat(200)))))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(422);
              assertThat(refused.problems()).hasSize(5);
            });
    assertThatThrownBy(() -> hub.ask(Map.of())).isInstanceOf(Refused.class);
    ask("subscribe", "/ann", MALMO, Map.of("hub.secret", "s".repeat(199)));
    assertThatThrownBy(() -> ask("subscribe", "/b", MALMO, Map.of("hub.secret", "å".repeat(100))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void a_host_has_so_many_callbacks_and_no_more() {
    for (int i = 0; i < 50; i++) {
      ask("subscribe", "/" + i, MALMO, Map.of());
    }
    assertThatThrownBy(() -> ask("subscribe", "/one-more", MALMO, Map.of()))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.status()).isEqualTo(429));
    await().until(() -> followers() == 50);
    ask("subscribe", "/7", MALMO, Map.of());
    assertThat(followers()).isEqualTo(50);
  }

  @Test
  void an_intent_that_becomes_a_follower_meanwhile_is_counted() throws Exception {
    var books = new JdbiBooks(database);
    var none = Optional.<String>empty();
    var counts = new ArrayList<Integer>();
    var intents = IntStream.range(0, 200).mapToObj(this::intent).toList();
    books.write(
        open -> {
          open.followers().addTopic(MALMO, "");
          intents.forEach(open.intents()::add);
          return none;
        });
    var verified =
        new Thread(
            () ->
                intents.forEach(
                    intent ->
                        books.write(
                            open -> {
                              open.followers().follow(intent, clock.instant());
                              open.intents().settle(intent.id());
                              return none;
                            })));
    verified.start();
    while (verified.isAlive()) {
      counts.add(books.write(open -> open.followers().claimsAt("127.0.0.1")));
      counts.add(books.write(open -> open.followers().claims()));
    }
    assertThat(counts).isNotEmpty().containsOnly(200);
    assertThat(followers()).isEqualTo(200);
  }

  @Test
  void names_of_one_address_are_one_host() throws Exception {
    for (int i = 0; i < 25; i++) {
      for (String name : List.of("127.0.0.1", "localhost")) {
        hub.ask(fields("subscribe", callbacks.at("/" + i).replace("127.0.0.1", name), MALMO));
      }
    }
    assertThatThrownBy(() -> ask("subscribe", "/one-more", MALMO, Map.of()))
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.status()).isEqualTo(429));
    await().until(() -> followers() == 50);
  }

  @Test
  void ten_thousand_callbacks_that_hang_at_one_host_keep_no_other_waiting() throws Exception {
    try (var others = new Callbacks("127.0.0.2")) {
      int refused = 0;
      for (int i = 0; i < 10_000; i++) {
        if (i < 50) {
          callbacks.answers.put("/" + i, Callbacks.HANG);
        }
        try {
          ask("subscribe", "/" + i, MALMO, Map.of());
        } catch (Refused e) {
          assertThat(e.status()).isEqualTo(429);
          refused++;
        }
      }
      assertThat(refused).isGreaterThanOrEqualTo(9_900);
      hub.ask(fields("subscribe", others.at("/ann"), MALMO));
      await().atMost(Duration.ofSeconds(3)).until(() -> followers() == 1);
    }
  }

  @Test
  void a_topic_that_nobody_follows_is_forgotten() {
    subscribe("/ann", MALMO, Map.of());
    ask("unsubscribe", "/ann", MALMO, Map.of("hub.lease_seconds", "-1"));
    await().until(() -> followers() == 0 && intents() == 0);
    hub.look();
    await().until(() -> topics() == 0);
  }

  @Test
  void escapes_that_mean_nothing_are_decoded() {
    var fields = fields("subscribe", callbacks.at("/ann"), MALMO.replace("malmo", "%6Dalm%6f"));
    hub.ask(fields);
    await().until(() -> followers() == 1);
    assertThat(callbacks.asked.get(0)).containsEntry("hub.topic", MALMO);
  }

  @Test
  void private_callbacks_are_refused_before_anything_is_called() {
    try (var strict = hub(false, 50)) {
      for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:10.0.0.1]")) {
        assertThatThrownBy(() -> strict.ask(fields("subscribe", "http://" + host + "/", MALMO)))
            .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.status()).isEqualTo(422));
      }
    }
    assertThat(callbacks.asked).isEmpty();
  }

  private void subscribe(String path, String topic, Map<String, String> more) {
    int before = followers();
    ask("subscribe", path, topic, more);
    await().until(() -> followers() == before + 1 && intents() == 0);
  }

  private void ask(String mode, String path, String topic, Map<String, String> more) {
    var fields = fields(mode, callbacks.at(path), topic);
    more.forEach((name, value) -> fields.put(name, List.of(value)));
    hub.ask(fields);
  }

  private static Map<String, List<String>> fields(String mode, String callback, String topic) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("hub.mode", List.of(mode));
    fields.put("hub.callback", List.of(callback));
    fields.put("hub.topic", List.of(topic));
    return fields;
  }

  private Intent intent(int number) {
    return new Intent(
        "intent-" + number,
        Intent.Mode.SUBSCRIBE,
        MALMO,
        Callback.of(callbacks.at("/" + number)),
        "127.0.0.1",
        "",
        60,
        "",
        "",
        0,
        clock.instant());
  }

  private void publish(String topic, String text) {
    feeds.put(topic, text);
    hub.look();
  }

  private boolean after(Duration time) {
    clock.now = clock.now.plus(time);
    hub.look();
    return true;
  }

  private int followers() {
    return database.read(handle -> new JdbiFollowers(handle).count());
  }

  private int topics() {
    return database.read(handle -> new JdbiFollowers(handle).topics().size());
  }

  private int intents() {
    return database.read(handle -> new JdbiIntents(handle).count());
  }

  private FeedSource source() {
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

  private static final class Moving extends Clock {
    private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
