package org.regionwire.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regionwire.news.Ports;

class PairTest {
  private static final Duration MOMENT = Duration.ofMillis(500);

  @Test
  void a_single_broker_is_believed_at_once() {
    var pair = new Pair(List.of("one:1"));
    pair.fellSilent("one:1");
    pair.answered("one:1", Duration.ZERO);
    assertThat(pair.working()).contains("one:1");
  }

  @Test
  void
      of_a_pair_who_fell_silent_is_believed_when_it_has_answered_for_longer_than_it_may_be_wrong() {
    var pair = new Pair(List.of("one:1", "two:1"));
    pair.answered("one:1", MOMENT);
    assertThat(pair.working()).isEmpty();
    pair.answered("one:1", Pair.SETTLED);
    assertThat(pair.working()).contains("one:1");
    pair.fellSilent("one:1");
    assertThat(pair.working()).isEmpty();
    pair.answered("one:1", MOMENT);
    assertThat(pair.working()).isEmpty();
  }

  @Test
  void who_has_ended_meanwhile_is_believed_at_once() throws IOException {
    try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String listens = "127.0.0.1:" + one.getLocalPort();
      String ended = "127.0.0.1:" + Ports.free();
      var pair = new Pair(List.of(listens, ended));
      pair.lookForThoseGone();
      pair.answered(ended, MOMENT);
      assertThat(pair.working()).contains(ended);
      pair.answered(listens, MOMENT);
      assertThat(pair.working()).isEmpty();
    }
  }

  @Test
  void each_is_tried_in_its_turn() {
    var pair = new Pair(List.of("one:1", "two:1"));
    assertThat(List.of(pair.next(), pair.next(), pair.next()))
        .containsExactly("one:1", "two:1", "one:1");
  }
}
