package org.regionwire.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.regionwire.news.MovingClock;

class UpkeepTest {
  private static final Instant NOW = Instant.parse("2026-03-03T07:01:00Z");
  private final MovingClock clock = new MovingClock(NOW);

  @Test
  void a_look_that_does_not_come_back_is_late() {
    var upkeep = new Upkeep(clock);
    upkeep.looked(Mending.REMINDERS, 3);
    clock.passes(10);
    upkeep.looked(Mending.REMINDERS, 0);
    var round = upkeep.rounds().get(0);
    assertThat(round.found()).isZero();
    assertThat(round.all()).isEqualTo(3);
    assertThat(round.lastFound()).contains(NOW);
    assertThat(upkeep.isLate(round)).isFalse();
    clock.passes(61);
    assertThat(upkeep.isLate(upkeep.rounds().get(0))).isTrue();
  }

  @Test
  void the_deepest_of_five_minutes_is_kept_for_a_day() {
    long[] depth = {3};
    var depths = new QueueDepths(List.of("news.accepted"), queue -> depth[0], clock);
    depths.look();
    depth[0] = 7;
    depths.look();
    depth[0] = 0;
    depths.look();
    assertThat(depths.lastDay().lastEntry().getValue()).isEqualTo(Map.of("news.accepted", 7L));
    clock.passes(300);
    assertThat(depths.lastDay()).hasSize(289);
    assertThat(depths.lastDay().lastEntry().getValue()).as("nobody has looked").isEmpty();
    clock.passes(24 * 3_600);
    depths.look();
    assertThat(depths.lastDay().values().stream().filter(step -> !step.isEmpty())).hasSize(1);
  }
}
