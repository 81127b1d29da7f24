package org.regionwire.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anItem;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageRangesTest {
  @ParameterizedTest
  @CsvSource({
    "sv,sv",
    "sv-FI,sv sv-fi",
    "sr-Latn-RS,sr sr-latn sr-latn-rs",
    "nb,nb no",
    "nn-NO,nn nn-no no",
    "no,no"
  })
  void a_text_is_found_by_its_language_and_by_what_is_wider(String tag, String ranges) {
    assertThat(String.join(" ", LanguageRanges.of(tag))).isEqualTo(ranges);
  }

  @Test
  void the_widest_ranges_ask_for_the_same() {
    assertThat(LanguageRanges.widest(List.of("sv-fi", "fi", "sv", "nb", "no", "de-at")))
        .containsExactly("de-at", "fi", "no", "sv");
  }

  @Test
  void a_selection_in_a_language_has_its_texts_only() {
    var swedish = Selection.ALL.in(List.of("sv"));
    assertThat(swedish.matches(anItem().in("sv").build())).isTrue();
    assertThat(swedish.matches(anItem().in("sv-FI").build())).isTrue();
    assertThat(swedish.matches(anItem().in("fi").build())).isFalse();
    assertThat(Selection.ALL.in(List.of("sv-fi")).matches(anItem().in("sv").build())).isFalse();
  }

  @Test
  void a_region_left_out_takes_its_items_along() {
    var selection = Selection.region("sweden").except(List.of("malmo"));
    assertThat(selection.matches(anItem().about("sweden").build())).isTrue();
    assertThat(selection.matches(anItem().about("sweden", "malmo").build())).isFalse();
    assertThat(selection.matches(anItem().about("oslo").build())).isFalse();
  }
}
