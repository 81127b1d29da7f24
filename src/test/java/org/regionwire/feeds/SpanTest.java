package org.regionwire.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTest {
  @ParameterizedTest
  @ValueSource(strings = {"1-1", "2-2", "1-2", "3-4", "1-1024", "1025-2048", "97-128"})
  void a_span_begins_after_a_multiple_of_its_size(String text) {
    assertThat(Span.read(text)).map(Span::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "0-0",
        "0-1",
        "2-3",
        "1-3",
        "4-3",
        "2-1",
        "01-1",
        "-1-2",
        "1-",
        "a-b",
        "1-2-3",
        "1-999999999999999999",
        "999999999999999999999-1",
        "1 - 2",
        "١-٢"
      })
  void other_numbers_are_none(String text) {
    assertThat(Span.read(text)).isEmpty();
  }

  @Test
  void one_holds_the_other_or_none_of_it() {
    assertThat(Span.around(100, 1)).hasToString("100-100");
    assertThat(Span.around(100, 1).wider()).hasToString("99-100");
    assertThat(Span.around(100, 1).wider().wider()).hasToString("97-100");
    assertThat(Span.around(1, 64)).hasToString("1-64");
    assertThat(Span.around(64, 64)).hasToString("1-64");
    assertThat(Span.around(65, 64)).hasToString("65-128");
  }
}
