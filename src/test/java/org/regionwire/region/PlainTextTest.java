package org.regionwire.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "Malmö|Malmö",
        "<b>Mal</b>mö|Malmö",
        "a &amp; b &lt; c|a & b < c",
        "&#77;alm&ouml; &#x1F600;&nbsp;x|Malmö 😀\u00a0x",
        "&amp;lt;|&lt;",
        "R&D & more &nosuch; &#0; &#xD800; &#99999999;|R&D & more &nosuch; &#0; &#xD800; &#99999999;",
        "  a   b  |a b",
        "<a href=\"https://example.org/Oslo\">here</a>|here",
        "1 < 2 <i>and</i> 3|1 < 2 and 3",
        "a <b|a <b",
        "a &|a &",
      })
  void html_reads_as_text(String html, String text) {
    assertThat(PlainText.of(html)).isEqualTo(text);
  }

  @Test
  void a_blank_line_parts_blocks_and_a_break_ends_a_line() {
    assertThat(PlainText.of("<p>Oslo</p> <p>Region</p>\n")).isEqualTo("Oslo\n\nRegion");
    assertThat(PlainText.of("<ul><li>a</li><li>b</li></ul>")).isEqualTo("a\n\nb");
    assertThat(PlainText.of("Oslo<br />Region")).isEqualTo("Oslo\nRegion");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a", "&", "<", "<p>", "&#", " ", "&amp;", "<a<"})
  void a_megabyte_of_anything_is_read_in_linear_time(String part) {
    String html = part.repeat(1_000_000 / part.length());
    Assertions.assertTimeout(Duration.ofSeconds(20), () -> PlainText.of(html));
    assertThatCode(() -> PlainText.of(html + ">")).doesNotThrowAnyException();
  }
}
