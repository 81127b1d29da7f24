package org.regionwire.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regionwire.intake.Refused;

/**
 * Many at one address: how many there may be, and that they keep nobody waiting, on either
 * database.
 */
abstract class CrowdContract extends HubFixture {
  private static final Duration PATIENCE = Duration.ofSeconds(25);

  /** Who waits for one that hangs waits longer. */
  private static final Duration BEFORE_IT_ENDS = Duration.ofSeconds(12);

  private void isMorePatient() {
    hub.close();
    hub = hub(true, 50, PATIENCE);
  }

  @Test
  void callbacks_that_hang_hold_nobody_else_up() throws Exception {
    isMorePatient();
    try (var others = new Callbacks("127.0.0.2")) {
      for (int i = 0; i < 40; i++) {
        ask("subscribe", "/hang" + i, MALMO, Map.of());
      }
      hub.ask(fields("subscribe", others.at("/ann"), MALMO));
      await().until(() -> followers() == 41);
      for (int i = 0; i < 40; i++) {
        callbacks.answers.put("/hang" + i, Callbacks.HANG);
      }
      publish(MALMO, "two");
      await().atMost(BEFORE_IT_ENDS).until(() -> others.toldAt("/ann").size() == 1);
    }
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
    isMorePatient();
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
      await().atMost(BEFORE_IT_ENDS).until(() -> followers() == 1);
    }
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
}
