package org.regionwire.news;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void what_fits_is_whole_and_on_one_line() {
    assertThat(Excerpt.of(" two\n\nshort\u00a0 lines ", 15)).isEqualTo("two short lines");
  }

  @Test
  void what_does_not_fit_ends_at_a_word() {
    assertThat(Excerpt.of("seven words are more than fit here", 20)).isEqualTo("seven words are…");
  }

  @Test
  void a_long_word_is_broken_but_never_a_character() {
    assertThat(Excerpt.of("😀".repeat(20), 10)).isEqualTo("😀😀😀😀…");
    assertThat(Excerpt.of("😀".repeat(20), 11)).isEqualTo("😀😀😀😀😀…");
  }
}
