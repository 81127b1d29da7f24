package org.regionwire.http.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IfMatchTest {
  @Test
  void no_header_or_a_star_expects_any_revision() {
    assertThat(IfMatch.revisions(Optional.empty())).isEmpty();
    assertThat(revisions("*")).isEmpty();
  }

  @Test
  void a_tag_of_the_item_tells_the_revision_whatever_it_is_a_tag_of() {
    assertThat(revisions("\"r3-wPejq3hHHQ3k7H2QxByl\"")).containsExactly(3);
    assertThat(revisions("\"r3-wPejq3hHHQ3k7H2QxByl-gzip\"")).containsExactly(3);
    assertThat(revisions("\"r12\"")).containsExactly(12);
    assertThat(revisions("\"r1-a\", \"other\", \"r2-b\" , \"r2-c\"")).containsExactly(1, 2);
  }

  @Test
  void what_is_no_strong_tag_of_the_item_never_matches() {
    for (String header :
        List.of(
            "W/\"r3-a\"",
            "\"other\"",
            "r3",
            "\"r\"",
            "\"r3x\"",
            "",
            "\"R3\"",
            "\"r99999999999\"")) {
      assertThat(revisions(header)).as(header).containsExactly(0);
    }
  }

  private static List<Integer> revisions(String header) {
    return IfMatch.revisions(Optional.of(header));
  }
}
