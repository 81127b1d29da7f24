package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworksTest {
  private static final Instant NOW = Instant.parse("2026-03-03T07:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
    "::ffff:192.0.2.77, 192.0.2.0/24",
  })
  void of_an_address_only_the_network_is_kept(String address, String network) {
    assertThat(Networks.truncated(address)).contains(network);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "", "unknown", "proxy.example.org", "1.2.3.4.5"})
  void this_machine_and_what_is_no_address_have_no_network(String address) {
    assertThat(Networks.truncated(address)).isEmpty();
  }

  @Test
  void thirty_at_once_then_one_in_two_minutes_and_each_network_for_itself() {
    var now = new Instant[] {NOW};
    var networks =
        new Networks(
            new Clock() {
              @Override
              public Instant instant() {
                return now[0];
              }

              @Override
              public ZoneOffset getZone() {
                return ZoneOffset.UTC;
              }

              @Override
              public Clock withZone(java.time.ZoneId zone) {
                return this;
              }
            });
    for (int i = 0; i < 30; i++) {
      assertThat(networks.admits("192.0.2.0/24")).isTrue();
    }
    assertThat(networks.admits("192.0.2.0/24")).isFalse();
    assertThat(networks.admits("198.51.100.0/24")).isTrue();
    now[0] = NOW.plus(Duration.ofMinutes(2));
    assertThat(networks.admits("192.0.2.0/24")).isTrue();
    assertThat(networks.admits("192.0.2.0/24")).isFalse();
  }
}
