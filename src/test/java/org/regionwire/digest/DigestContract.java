package org.regionwire.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is in a digest and when it comes, on either database. */
abstract class DigestContract extends DigestFixture {
  @Test
  void a_subscriber_gets_what_is_new_at_eight() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("A bridge").about("malmo"));
    desk.publishes(anItem().titled("A tower").about("toronto"));
    desk.works("2026-03-03T06:59:59Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.works("2026-03-03T07:00:00Z");
    var digest = desk.digestsTo(ANN).get(0);
    assertThat(digest.subject()).isEqualTo("Malmö: 1 new item");
    assertThat(digest.text()).contains("A bridge").doesNotContain("A tower");
    assertThat(digest.html().orElseThrow()).contains("A bridge");
  }

  @Test
  void the_newest_choice_of_time_holds_and_nothing_is_lost_by_it() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("Early").about("malmo"));
    desk.clock.passes(Duration.ofHours(1));
    desk.subscribes(ANN, "regions", "malmo", "time", "18:00");
    desk.publishes(anItem().titled("Late").about("malmo"));
    desk.works("2026-03-02T17:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("Early", "Late");
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void one_letter_for_all_subscriptions_has_each_item_once_with_its_labels() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.subscribes(ANN, "regions", "oresund-region", "kind", "news");
    desk.publishes(anItem().titled("Bridge opens").about("malmo", "oresund-region"));
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text())
        .containsOnlyOnce("Bridge opens")
        .contains("For: Malmö, Øresund Region");
    assertThat(desk.lastTo(ANN).subject()).isEqualTo("Malmö, Øresund Region: 1 new item");
  }

  @Test
  void news_from_before_the_subscription_are_not_sent() {
    desk.publishes(anItem().about("malmo"));
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().titled("Mine").about("malmo"));
    desk.publishes(anItem().titled("Not mine").about("toronto"));
    desk.subscribes(ANN, "regions", "toronto");
    desk.publishes(anItem().titled("Now mine").about("toronto"));
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.lastTo(ANN).text()).contains("Mine", "Now mine").doesNotContain("Not mine");
  }

  @Test
  void nothing_new_means_no_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(anItem().about("toronto"));
    desk.worksFor(Duration.ofDays(3));
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void what_expired_before_sending_is_not_in_the_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.publishes(
        anItem().about("malmo").expiringAt(Instant.parse("2026-03-03T07:00:30Z")).titled("Brief"));
    var ids = desk.plan.due(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(ids).hasSize(1);
    desk.clock.set(Instant.parse("2026-03-03T07:01:00Z"));
    ids.forEach(desk.sending::send);
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void what_was_withdrawn_before_sending_is_not_in_the_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    var item = desk.publishes(anItem().about("malmo").titled("Not so"));
    var ids = desk.plan.due(Instant.parse("2026-03-03T07:00:00Z"));
    assertThat(ids).hasSize(1);
    desk.withdraws(item);
    desk.clock.set(Instant.parse("2026-03-03T07:01:00Z"));
    ids.forEach(desk.sending::send);
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void after_an_outage_there_is_one_letter_with_everything() {
    desk.subscribes(ANN, "regions", "malmo");
    for (int day = 0; day < 5; day++) {
      desk.publishes(anItem().titled("Day " + day).about("malmo"));
      desk.clock.passes(Duration.ofDays(1));
    }
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("Day 0", "Day 1", "Day 2", "Day 3", "Day 4");
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void each_gets_the_letter_at_home_time() {
    desk.subscribes(ANN, "zone", "Europe/Stockholm");
    desk.subscribes(BEN, "zone", "America/Toronto", "time", "07:30");
    desk.publishes(anEvent("2026-10-09").about("toronto"));
    desk.works("2026-03-02T12:30:00Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    assertThat(desk.digestsTo(BEN)).hasSize(1);
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }
}
