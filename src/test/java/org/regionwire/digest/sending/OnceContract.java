package org.regionwire.digest.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.Desk;
import org.regionwire.digest.DigestFixture;

/** A letter is planned once and sent once, however often that is asked for, on either database. */
abstract class OnceContract extends DigestFixture {
  @Test
  void planning_twice_plans_once() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    var morning = Instant.parse("2026-03-03T07:00:00Z");
    assertThat(desk.plan.due(morning)).hasSize(1);
    assertThat(desk.plan.due(morning)).isEmpty();
  }

  @Test
  void sending_twice_sends_once() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var id = desk.plan.due(desk.clock.instant()).get(0);
    desk.sending.send(id);
    desk.sending.send(id);
    desk.sending.send("no such letter");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void many_senders_of_one_letter_send_it_once() throws Exception {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var id = desk.plan.due(desk.clock.instant()).get(0);
    Callable<Boolean> sender =
        () -> {
          desk.sending.send(id);
          return true;
        };
    var threads = Executors.newFixedThreadPool(4);
    for (var done : threads.invokeAll(List.of(sender, sender, sender, sender))) {
      assertThat(done.get()).isTrue();
    }
    threads.shutdown();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void a_lost_reminder_is_found_by_the_sweep() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var planned = desk.plan.due(desk.clock.instant());
    assertThat(desk.sweep.lost(desk.clock.instant())).isEmpty();
    desk.clock.passes(Duration.ofMinutes(1));
    assertThat(desk.sweep.lost(desk.clock.instant())).isEqualTo(planned);
    assertThat(desk.sweep.lost(desk.clock.instant())).isEmpty();
  }

  @Test
  void what_someone_waits_for_is_found_apart_from_the_digests() {
    desk.subscribes(ANN);
    desk.publishes(anItem().about("malmo"));
    desk.clock.set(Instant.parse("2026-03-03T07:00:00Z"));
    var digests = desk.plan.due(desk.clock.instant());
    var asked = desk.subscriptions.subscribe(Desk.request("ben@example.org"), "");
    desk.clock.passes(Duration.ofMinutes(1));
    assertThat(desk.sweep.lostOnesAskedFor(desk.clock.instant())).isEqualTo(asked);
    assertThat(desk.sweep.lostOnesAskedFor(desk.clock.instant())).isEmpty();
    assertThat(desk.sweep.lost(desk.clock.instant())).isEqualTo(digests);
  }
}
