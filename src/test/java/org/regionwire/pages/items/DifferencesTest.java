package org.regionwire.pages.items;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regionwire.pages.items.ItemPage.Piece;

class DifferencesTest {
  @Test
  void what_is_the_same_has_no_differences() {
    assertThat(Differences.between("a b", "a  b\n")).isEmpty();
    assertThat(Differences.between("", " ")).isEmpty();
  }

  @Test
  void words_put_in_and_taken_out_stand_between_those_kept() {
    assertThat(shown("The pier opens on Monday", "The new pier opens on Tuesday"))
        .isEqualTo("The +new pier opens on -Monday +Tuesday");
    assertThat(shown("", "A summary")).isEqualTo("+A summary");
    assertThat(shown("Ålesund 🫐", "")).isEqualTo("-Ålesund 🫐");
  }

  @Test
  void of_what_was_kept_only_the_neighbourhood_is_shown() {
    String long1 = words(0, 100) + " x " + words(100, 200);
    String long2 = words(0, 100) + " y " + words(100, 200);
    assertThat(shown(long1, long2))
        .isEqualTo("… " + words(94, 100) + " -x +y " + words(100, 106) + " …");
  }

  @Test
  void long_texts_that_share_nothing_are_compared_as_wholes() {
    var random = new Random(1);
    String one = random.ints(5000).mapToObj(Integer::toString).collect(joining(" "));
    String two = random.ints(5000).mapToObj(Integer::toString).collect(joining(" "));
    var pieces = Differences.between(one, two);
    assertThat(pieces).extracting(Piece::kind).containsExactly(Piece.Kind.GONE, Piece.Kind.NEW);
    assertThat(pieces.get(0).text()).hasSizeLessThanOrEqualTo(300);
  }

  private static String words(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "w" + i).collect(joining(" "));
  }

  private static String shown(String before, String after) {
    return Differences.between(before, after).stream()
        .map(
            piece ->
                switch (piece.kind()) {
                  case KEPT -> piece.text();
                  case GONE -> "-" + piece.text();
                  case NEW -> "+" + piece.text();
                })
        .collect(joining(" "));
  }
}
