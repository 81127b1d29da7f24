package org.regionwire.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsidersTest {
  private static final MultiMap NOTHING = MultiMap.caseInsensitiveMultiMap();
  private final Insiders insiders = new Insiders("127.0.0.0/8, ::1, 10.0.0.0/8");

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "10.20.30.40", "::ffff:10.1.1.1"})
  void who_comes_from_a_network_of_ours_is_one(String from) {
    assertThat(insiders.has(from, NOTHING)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.1", "11.0.0.1", "2001:db8::1", "", "localhost"})
  void nobody_else_is(String from) {
    assertThat(insiders.has(from, NOTHING)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "forwarded", "Via", "X-Real-IP"})
  void nobody_is_who_came_through_a_proxy(String header) {
    var headers = MultiMap.caseInsensitiveMultiMap().add(header, "127.0.0.1");
    assertThat(insiders.has("127.0.0.1", headers)).isFalse();
  }

  @Test
  void no_networks_let_nobody_in_and_all_let_in_all() {
    assertThat(new Insiders("").has("127.0.0.1", NOTHING)).isFalse();
    assertThat(new Insiders("0.0.0.0/0,::/0").has("2001:db8::1", NOTHING)).isTrue();
  }
}
