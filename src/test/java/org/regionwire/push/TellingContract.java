package org.regionwire.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What subscribers of the hub are told, on either database. */
abstract class TellingContract extends HubFixture {
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
}
