package org.regionwire.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {
  private static final String OURS = "10.0.0.1";

  private final Callers callers = new Callers("127.0.0.1, 10.0.0.0/8,2001:db8:ffff::/48");

  private String simple(String remote, String... headers) {
    return callers.network(remote, List.of(), ForwardedFor.simple(List.of(headers))).orElse("none");
  }

  private String forwarded(String remote, String... headers) {
    return callers
        .network(remote, ForwardedFor.forwarded(List.of(headers)), List.of())
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.77, 192.0.2.0/24",
    "2001:db8:1:2:3:4:5:6, 2001:db8:1:0:0:0:0:0/48",
    "::ffff:192.0.2.77, 192.0.2.0/24",
  })
  void of_an_address_only_the_network_is_kept(String address, String network) {
    assertThat(simple(address)).isEqualTo(network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "unknown", "proxy.example.org", "1.2.3.4.5", "dead.beef", "999.1.1.1"})
  void what_is_no_address_has_no_network(String address) {
    assertThat(simple(address)).isEqualTo("none");
  }

  @Test
  void a_stranger_is_not_believed() {
    assertThat(simple("192.0.2.7", "198.51.100.9")).isEqualTo("192.0.2.0/24");
    assertThat(forwarded("192.0.2.7", "for=198.51.100.9")).isEqualTo("192.0.2.0/24");
    var trusting = new Callers("");
    assertThat(trusting.network("127.0.0.1", List.of(), List.of("198.51.100.9")))
        .contains("127.0.0.0/24");
  }

  @Test
  void a_proxy_of_ours_is_believed_as_far_as_ours_go() {
    assertThat(simple(OURS, "198.51.100.9")).isEqualTo("198.51.100.0/24");
    assertThat(simple(OURS, "203.0.113.1, 198.51.100.9, 10.9.9.9, 127.0.0.1"))
        .isEqualTo("198.51.100.0/24");
    assertThat(simple(OURS, "203.0.113.1", "198.51.100.9")).isEqualTo("198.51.100.0/24");
    assertThat(simple(OURS, "10.1.1.1")).isEqualTo("10.1.1.0/24");
    assertThat(simple("2001:db8:ffff:1::1", "2001:db8:1::1")).isEqualTo("2001:db8:1:0:0:0:0:0/48");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "for=198.51.100.9",
        "For=\"198.51.100.9:4711\"",
        "proto=https, for=198.51.100.9",
        "'for=192.0.2.60,for=198.51.100.9'",
        "for=198.51.100.9, for=10.2.2.2",
      })
  void the_standard_header_is_read_too(String header) {
    assertThat(forwarded(OURS, header)).isEqualTo("198.51.100.0/24");
  }

  @Test
  void parameters_beside_the_address_are_passed_over() {
    assertThat(forwarded(OURS, "by=203.0.113.43;for=198.51.100.9;proto=http;host=a.example"))
        .isEqualTo("198.51.100.0/24");
    assertThat(forwarded(OURS, "for=\"[2001:db8:cafe::17]:4711\""))
        .isEqualTo("2001:db8:cafe:0:0:0:0:0/48");
  }

  @ParameterizedTest
  @ValueSource(strings = {"for=unknown", "for=_hidden", "proto=http", "", "for=\"[\"", "for=1.2.3"})
  void a_client_that_is_not_told_counts_as_the_proxy(String header) {
    assertThat(forwarded(OURS, header)).isEqualTo("10.0.0.0/24");
  }

  @Test
  void when_two_headers_differ_the_client_wrote_one_and_neither_is_believed() {
    assertThat(callers.network(OURS, List.of("203.0.113.9"), List.of("198.51.100.9")))
        .contains("10.0.0.0/24");
    assertThat(callers.network(OURS, List.of("198.51.100.9"), List.of("198.51.100.9")))
        .contains("198.51.100.0/24");
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "proxy.example", "10.0.0/8", "::/129", "x"})
  void what_is_no_network_is_no_setting(String text) {
    assertThatThrownBy(() -> new Callers(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
