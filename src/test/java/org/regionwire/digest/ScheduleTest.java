package org.regionwire.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.regionwire.digest.Schedule.Due;

class ScheduleTest {
  @Test
  void eight_is_eight_on_both_sides_of_a_clock_change() {
    var eight = schedule("Europe/Oslo", "08:00");
    assertThat(eight.on(LocalDate.parse("2026-03-28"))).contains(at("2026-03-28T07:00:00Z"));
    assertThat(eight.on(LocalDate.parse("2026-03-29"))).contains(at("2026-03-29T06:00:00Z"));
    assertThat(eight.on(LocalDate.parse("2026-10-25"))).contains(at("2026-10-25T07:00:00Z"));
  }

  @Test
  void a_time_that_the_clocks_skip_is_the_first_instant_after() {
    var due = schedule("Europe/Oslo", "02:30").on(LocalDate.parse("2026-03-29"));
    assertThat(due).contains(at("2026-03-29T01:00:00Z"));
  }

  @Test
  void a_time_that_the_clocks_show_twice_comes_once() {
    var schedule = schedule("Europe/Oslo", "02:30");
    assertThat(schedule.on(LocalDate.parse("2026-10-25"))).contains(at("2026-10-25T00:30:00Z"));
    assertThat(schedule.next(at("2026-10-25T00:30:00Z")).date()).isEqualTo("2026-10-26");
  }

  @Test
  void a_midnight_that_the_clocks_skip_is_one_o_clock() {
    var due = schedule("America/Asuncion", "00:00").on(LocalDate.parse("2023-10-01"));
    assertThat(due).contains(at("2023-10-01T04:00:00Z"));
  }

  @Test
  void a_gap_that_spans_midnight_moves_the_letter_over_it_but_keeps_its_date() {
    // Toronto, 1919: from 23:30 on 30 March to 00:30 on 31 March.
    var schedule = schedule("America/Toronto", "23:45");
    assertThat(schedule.next(at("1919-03-31T04:00:00Z")))
        .isEqualTo(new Due(LocalDate.parse("1919-03-30"), at("1919-03-31T04:30:00Z")));
  }

  @Test
  void a_date_that_a_place_skips_has_no_letter() {
    var schedule = schedule("Pacific/Apia", "08:00");
    assertThat(schedule.on(LocalDate.parse("2011-12-30"))).isEmpty();
    assertThat(schedule.next(at("2011-12-29T18:00:00Z")).date()).isEqualTo("2011-12-31");
    assertThat(schedule.latest(at("2011-12-30T12:00:00Z")).date()).isEqualTo("2011-12-29");
  }

  @Test
  void latest_includes_the_very_moment_and_next_does_not() {
    var schedule = schedule("Europe/Oslo", "08:00");
    var moment = at("2026-03-03T07:00:00Z");
    assertThat(schedule.latest(moment)).isEqualTo(new Due(LocalDate.parse("2026-03-03"), moment));
    assertThat(schedule.latest(moment.minusMillis(1)).date()).isEqualTo("2026-03-02");
    assertThat(schedule.next(moment).date()).isEqualTo("2026-03-04");
    assertThat(schedule.next(moment.minusMillis(1)).date()).isEqualTo("2026-03-03");
  }

  @Test
  void in_every_zone_each_local_date_comes_once_in_order_at_its_time() {
    for (String name : JavaZones.all()) {
      var zone = ZoneId.of(name);
      for (String time : new String[] {"00:00", "02:30", "23:59"}) {
        everyDateOnce(new Schedule(zone, LocalTime.parse(time)), at("2026-01-01T12:00:00Z"), 370);
      }
    }
  }

  @Test
  void in_zones_with_strange_histories_too() {
    for (String name :
        new String[] {
          "Pacific/Apia", "Pacific/Kwajalein", "Pacific/Enderbury", "Africa/Monrovia",
          "America/Toronto", "Asia/Manila", "Antarctica/Troll", "Australia/Lord_Howe",
          "Europe/Dublin", "Africa/Casablanca", "America/Sao_Paulo", "Asia/Pyongyang"
        }) {
      var schedule = schedule(name, "00:15");
      for (var transition : ZoneId.of(name).getRules().getTransitions()) {
        everyDateOnce(schedule, transition.getInstant().minusSeconds(3 * 86_400), 6);
      }
    }
  }

  private static void everyDateOnce(Schedule schedule, Instant from, int days) {
    var due = schedule.latest(from);
    for (int i = 0; i < days; i++) {
      var next = schedule.next(due.at());
      assertThat(next.at()).as("%s after %s", schedule, due).isAfter(due.at());
      for (var skipped = due.date().plusDays(1);
          skipped.isBefore(next.date());
          skipped = skipped.plusDays(1)) {
        assertThat(schedule.on(skipped)).as("%s %s", schedule, skipped).isEmpty();
      }
      assertThat(next.date()).isAfter(due.date());
      assertThat(schedule.latest(next.at())).isEqualTo(next);
      assertThat(schedule.latest(next.at().minusMillis(1))).isEqualTo(due);
      due = next;
    }
  }

  private static Schedule schedule(String zone, String time) {
    return new Schedule(ZoneId.of(zone), LocalTime.parse(time));
  }

  private static Instant at(String instant) {
    return Instant.parse(instant);
  }
}
