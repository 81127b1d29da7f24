package org.regionwire.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRulesTest {
  private final CallbackRules rules = new CallbackRules(false, Set.of(80, 443, 8080));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:10.0.0.1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[64:ff9b:1::1]",
        "[100::1]",
        "[2001::1]",
        "[2001:db8::1]",
        "[2002:7f00:1::]",
        "[3fff::1]",
        "[5f00::1]",
        "[fc00::1]",
        "[fd12:3456::1]",
        "[fe80::1]",
        "[fec0::1]",
        "[ff02::1]",
        "2130706433",
        "localhost"
      })
  void a_host_that_is_not_public_is_not_called(String host) {
    assertThatThrownBy(() -> rules.resolve(host)).isInstanceOf(UnknownHostException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.3.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "[2606:4700::1111]",
        "[2a00:1450::1]",
        "[2003::1]"
      })
  void a_public_host_is_called(String host) throws UnknownHostException {
    String bare = host.replaceAll("[\\[\\]]", "");
    assertThat(rules.resolve(host)).isEqualTo(InetAddress.getByName(bare));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "callback",
        "//example.org/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "gopher://example.org/",
        "http:///path",
        "http://",
        "http://user:pass@example.org/",
        "http://example.org/#part",
        "http://example.org:22/",
        "http://example.org:0/",
        "http://example.org:70000/",
        "http://0x7f.0.0.1/",
        "http://127.1/",
        "http://exa mple.org/",
        "http://ex\u00e4mple.org/",
        "http://[fe80::1%25eth0]/",
        "http://example.org/\r\nX: y"
      })
  void what_is_no_callback_is_told(String callback) {
    assertThat(rules.objection(callback)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.org/cb",
        "https://example.org/cb?a=b&c=%20d",
        "HTTPS://EXAMPLE.org:8080",
        "http://1.1.1.1/cb"
      })
  void what_is_one_is_taken(String callback) {
    assertThat(rules.objection(callback)).isEmpty();
  }

  @Test
  void a_callback_can_be_too_long() {
    assertThat(rules.objection("http://example.org/" + "a".repeat(2_000))).isPresent();
  }

  @Test
  void in_an_intranet_private_hosts_are_called_at_any_port() throws UnknownHostException {
    var intranet = new CallbackRules(true, Set.of());
    assertThat(intranet.objection("http://10.0.0.1:9999/")).isEmpty();
    assertThat(intranet.resolve("127.0.0.1").isLoopbackAddress()).isTrue();
  }

  @Test
  void the_question_is_added_to_the_query_that_is_there() {
    assertThat(Callback.of("http://a.org/x?y=1").target("z=2")).isEqualTo("/x?y=1&z=2");
    assertThat(Callback.of("http://a.org").target("z=2")).isEqualTo("/?z=2");
  }
}
