package org.regionwire.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPagesTest {
  @ParameterizedTest
  @CsvSource({
    "https://news.example.org, inside:8080, true",
    "https://NEWS.example.org, inside:8080, true",
    "http://localhost:8080, localhost:8080, true",
    "https://proxied.example, proxied.example, true",
    "https://evil.example, news.example.org, false",
    "https://news.example.org.evil.example, news.example.org, false",
    "http://news.example.org, inside:8080, false",
    "https://news.example.org:8443, news.example.org, false",
    "null, news.example.org, false",
    "https://, '', false",
  })
  void a_form_must_come_from_a_page_of_ours(String origin, String host, boolean ours) {
    assertThat(new OwnPages("https://news.example.org").sent(origin, host)).isEqualTo(ours);
    assertThat(new OwnPages("https://news.example.org:443").sent(origin, host)).isEqualTo(ours);
  }
}
