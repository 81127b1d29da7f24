package org.regionwire.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;
import static org.regionwire.news.Items.anItem;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.mail.Mail;
import org.regionwire.digest.mail.Outcome;
import org.regionwire.news.Change.What;

/** How often letters come, and what they say of what was sent before, on either database. */
abstract class CadenceContract extends DigestFixture {
  private static final Instant TUESDAY_EIGHT = Instant.parse("2026-03-03T07:00:00Z");

  @Test
  void a_weekly_letter_comes_on_its_weekday() {
    desk.subscribes(ANN, "regions", "malmo", "cadence", "weekly", "weekday", "thursday");
    desk.publishes(anItem().titled("A bridge").about("malmo"));
    desk.works("2026-03-05T06:59:00Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.works("2026-03-05T07:00:00Z");
    desk.publishes(anItem().titled("A tower").about("malmo"));
    desk.worksFor(Duration.ofDays(6));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    desk.worksFor(Duration.ofDays(1));
    assertThat(desk.digestsTo(ANN)).hasSize(2);
  }

  @Test
  void a_monthly_letter_of_the_31st_comes_on_the_last_day_of_each_month() {
    desk.subscribes(ANN, "regions", "malmo", "cadence", "monthly", "monthday", "31");
    for (String day : List.of("2026-03-31", "2026-04-30", "2026-05-31")) {
      desk.publishes(anItem().titled("Before " + day).about("malmo"));
      desk.works(day + "T05:59:00Z");
      int before = desk.digestsTo(ANN).size();
      desk.works(day + "T06:00:00Z");
      assertThat(desk.digestsTo(ANN)).hasSize(before + 1);
      assertThat(desk.lastTo(ANN).text()).contains("Before " + day);
    }
    assertThat(desk.digestsTo(ANN)).hasSize(3);
  }

  @Test
  void what_was_in_a_daily_letter_is_not_in_the_weekly_one_and_both_are_one_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.subscribes(ANN, "regions", "oresund-region", "cadence", "weekly");
    desk.publishes(anItem().titled("On both").about("malmo", "oresund-region"));
    desk.publishes(anItem().titled("On one").about("oresund-region"));
    desk.worksFor(Duration.ofDays(5));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    desk.publishes(anItem().titled("At last").about("malmo"));
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(3);
    assertThat(allTextTo(ANN))
        .containsOnlyOnce("On both")
        .containsOnlyOnce("On one")
        .containsOnlyOnce("At last");
    desk.worksFor(Duration.ofDays(9));
    assertThat(desk.digestsTo(ANN)).hasSize(3);
  }

  @Test
  void an_immediate_letter_gathers_for_minutes_and_nobody_gets_it_again_in_the_daily_one() {
    desk.subscribes(ANN, "regions", "malmo", "cadence", "immediate");
    desk.subscribes(ANN, "regions", "oresund-region");
    desk.works("2026-03-02T09:59:00Z");
    desk.publishes(anItem().titled("First").about("malmo", "oresund-region"));
    desk.works("2026-03-02T10:00:00Z");
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.works("2026-03-02T10:02:00Z");
    assertThat(desk.digestsTo(ANN)).isEmpty();
    desk.works("2026-03-02T10:03:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("First", "Second");
    desk.publishes(anItem().titled("Third").about("oresund-region"));
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.lastTo(ANN).text()).contains("Third").doesNotContain("First");
  }

  @Test
  void nothing_that_is_asked_for_means_no_immediate_letter() {
    desk.subscribes(ANN, "regions", "malmo", "cadence", "immediate");
    desk.publishes(anItem().about("toronto"));
    desk.worksFor(Duration.ofHours(2));
    assertThat(desk.digestsTo(ANN)).isEmpty();
  }

  @Test
  void an_immediate_letter_that_is_deferred_takes_in_what_comes_meanwhile() {
    desk.subscribes(ANN, "regions", "malmo", "cadence", "immediate");
    desk.worksFor(Duration.ofHours(1));
    desk.publishes(anItem().titled("First").about("malmo"));
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.worksFor(Duration.ofMinutes(30));
    desk.publishes(anItem().titled("Second").about("malmo"));
    desk.worksFor(Duration.ofHours(3));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("First", "Second");
  }

  @Test
  void a_daily_letter_that_is_deferred_is_not_forgotten_for_an_immediate_one() {
    desk.subscribes(ANN, "regions", "toronto", "zone", "Europe/Stockholm");
    desk.subscribes(ANN, "regions", "malmo", "cadence", "immediate");
    desk.publishes(anItem().titled("Daily").about("toronto"));
    desk.tray.nextAnswers(Outcome.Kind.DEFERRED);
    desk.works("2026-03-03T07:00:00Z");
    desk.publishes(anItem().titled("Quick").about("malmo"));
    desk.works("2026-03-03T07:00:20Z");
    desk.works("2026-03-03T07:03:20Z");
    desk.worksFor(Duration.ofMinutes(15));
    assertThat(allTextTo(ANN)).containsOnlyOnce("Daily").containsOnlyOnce("Quick");
  }

  @Test
  void after_an_outage_the_daily_and_the_weekly_are_one_letter() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.subscribes(ANN, "regions", "toronto", "cadence", "weekly", "zone", "Europe/Stockholm");
    desk.publishes(anItem().titled("Malmö news").about("malmo"));
    desk.publishes(anItem().titled("Toronto news").about("toronto"));
    desk.clock.passes(Duration.ofDays(10));
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("Malmö news", "Toronto news");
  }

  @Test
  void subscriptions_speak_the_language_of_feeds() {
    desk.subscribes(ANN, "regions", "oresund-region,!malmo", "q", "bridge", "kind", "news");
    desk.publishes(anItem().titled("A bridge in Malmö").about("malmo", "oresund-region"));
    desk.publishes(anItem().titled("A bridge elsewhere").about("oresund-region"));
    desk.publishes(anItem().titled("A tower elsewhere").about("oresund-region"));
    desk.publishes(anEvent("2026-10-09").titled("Bridge run").about("oresund-region"));
    desk.works("2026-03-03T07:00:00Z");
    assertThat(desk.lastTo(ANN).text())
        .contains("A bridge elsewhere")
        .doesNotContain("A bridge in Malmö", "tower", "run")
        .contains("News: Øresund Region; without: Malmö; words: “bridge” – every day");
  }

  @Test
  void who_got_what_is_wrong_is_told_once_and_nobody_else_is() {
    desk.subscribes(ANN, "regions", "malmo");
    var item = desk.publishes(anItem().titled("Opens on Monday").about("malmo"));
    desk.works(TUESDAY_EIGHT.toString());
    desk.subscribes(BEN, "regions", "malmo");
    desk.corrects(item, anItem().titled("Opens on Sunday").about("malmo"), What.CORRECTION, "Day.");
    desk.worksFor(Duration.ofDays(3));
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.lastTo(ANN).text())
        .contains("CORRECTED OR WITHDRAWN", "Corrected: Opens on Sunday", "Day.");
    assertThat(desk.lastTo(ANN).subject()).isEqualTo("Correction: Opens on Sunday");
    assertThat(desk.digestsTo(BEN)).isEmpty();
  }

  @Test
  void what_is_corrected_before_the_letter_is_only_news() {
    desk.subscribes(ANN, "regions", "malmo");
    var item = desk.publishes(anItem().titled("Wrong").about("malmo"));
    desk.corrects(item, anItem().titled("Right").about("malmo"), What.MATERIAL, "It was wrong.");
    desk.worksFor(Duration.ofDays(3));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("Right").doesNotContain("Wrong", "CORRECTED");
  }

  @Test
  void a_slip_of_the_pen_is_not_told() {
    desk.subscribes(ANN, "regions", "malmo");
    var item = desk.publishes(anItem().titled("A brigde").about("malmo"));
    desk.works(TUESDAY_EIGHT.toString());
    desk.corrects(item, anItem().titled("A bridge").about("malmo"), What.MINOR, "");
    desk.worksFor(Duration.ofDays(3));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void what_was_withdrawn_after_the_letter_is_told_above_what_is_new() {
    desk.subscribes(ANN, "regions", "malmo");
    var item = desk.publishes(anItem().titled("Not so").about("malmo"));
    desk.works(TUESDAY_EIGHT.toString());
    desk.withdraws(item);
    desk.publishes(anItem().titled("Something new").about("malmo"));
    desk.works("2026-03-04T07:00:00Z");
    assertThat(desk.lastTo(ANN).text())
        .containsSubsequence(
            "CORRECTED OR WITHDRAWN", "Withdrawn: Not so", "not so", "NEWS", "new");
    assertThat(desk.lastTo(ANN).html().orElseThrow()).contains("<strong>Withdrawn</strong>");
  }

  @Test
  void a_material_correction_does_not_wait_for_the_next_letter() {
    desk.subscribes(ANN, "regions", "malmo", "cadence", "weekly", "weekday", "tuesday");
    var item = desk.publishes(anItem().titled("Wrong").about("malmo"));
    desk.works(TUESDAY_EIGHT.toString());
    desk.clock.passes(Duration.ofHours(2));
    desk.corrects(item, anItem().titled("Right").about("malmo"), What.MATERIAL, "It was wrong.");
    desk.publishes(anItem().titled("In a week").about("malmo"));
    desk.works();
    assertThat(desk.digestsTo(ANN)).hasSize(2);
    assertThat(desk.lastTo(ANN).text()).contains("It was wrong.").doesNotContain("In a week");
    desk.worksFor(Duration.ofDays(8));
    assertThat(desk.digestsTo(ANN)).hasSize(3);
    assertThat(desk.lastTo(ANN).text()).contains("In a week").doesNotContain("It was wrong.");
  }

  @Test
  void who_may_have_got_it_is_told_and_who_surely_did_not_is_not() {
    desk.subscribes(ANN, "regions", "malmo");
    var item = desk.publishes(anItem().titled("First").about("malmo"));
    desk.tray.nextAnswers(Outcome.Kind.UNCERTAIN);
    desk.works(TUESDAY_EIGHT.toString());
    desk.withdraws(item);
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
    assertThat(desk.lastTo(ANN).text()).contains("Withdrawn: First");
    var second = desk.publishes(anItem().titled("Second").about("malmo"));
    desk.tray.nextAnswers(Outcome.Kind.REJECTED);
    desk.worksFor(Duration.ofHours(24));
    desk.withdraws(second);
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(1);
  }

  @Test
  void more_than_a_letter_holds_is_in_the_next_ones() {
    desk.subscribes(ANN, "regions", "malmo");
    desk.archive.add(
        IntStream.range(0, 1500).mapToObj(i -> anItem().about("malmo").build()).toList());
    desk.works(TUESDAY_EIGHT.toString());
    assertThat(desk.lastTo(ANN).subject()).isEqualTo("Malmö: 1,000 new items");
    desk.works("2026-03-04T07:00:00Z");
    assertThat(desk.lastTo(ANN).subject()).isEqualTo("Malmö: 500 new items");
    desk.worksFor(Duration.ofDays(2));
    assertThat(desk.digestsTo(ANN)).hasSize(2);
  }

  private String allTextTo(String address) {
    return String.join("\n", desk.digestsTo(address).stream().map(Mail::text).toList());
  }
}
