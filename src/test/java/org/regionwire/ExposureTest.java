package org.regionwire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureTest {
  private static final Path FILE = Path.of("data/readers");

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:1883", "127.8.0.1:1883", "[::1]:1883", "localhost:1883"})
  void on_this_machine_nobody_needs_a_password(String address) {
    assertThatCode(() -> Exposure.check(Map.of("mqtt", address), Map.of(), FILE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0.0.0.0:1883", "[::]:1883", "192.0.2.1:1883", "no-such-host.invalid:1883"})
  void beyond_it_the_broker_does_not_listen_while_nobody_has_one(String address) {
    assertThatThrownBy(() -> Exposure.check(Map.of("mqtt", address), Map.of(), FILE))
        .hasMessageContaining("regionwire.broker.mqtt = " + address)
        .hasMessageContaining("data/readers")
        .hasMessageContaining("name:password");
    assertThatCode(() -> Exposure.check(Map.of("mqtt", address), Map.of("ann", "secret"), FILE))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void an_address_for_all_is_not_loopback(String host) {
    assertThat(Exposure.isLoopback(host)).isFalse();
  }
}
