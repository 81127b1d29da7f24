package org.regionwire.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regionwire.intake.Refused;

/** Who becomes a subscriber of the hub and for how long, on either database. */
abstract class VerifyingContract extends HubFixture {
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

  private int topics() {
    return database.read(handle -> new JdbiFollowers(handle).topics().size());
  }
}
