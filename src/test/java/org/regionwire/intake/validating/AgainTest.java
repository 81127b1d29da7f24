package org.regionwire.intake.validating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regionwire.intake.Desk;
import org.regionwire.intake.Refused;
import org.regionwire.intake.Samples;
import org.regionwire.news.Items;

/** What is in the house already is checked as if it came again. */
class AgainTest {
  private final Desk desk = new Desk();

  @Test
  void a_valid_item_stays_as_it_is() {
    var full = desk.accepts(Samples.FULL);
    assertThat(desk.again(full)).isEqualTo(full);
    var small = desk.accepts("{\"title\": \"Small\", \"regions\": {\"not\": [\"malmo\"]}}");
    assertThat(desk.again(small)).isEqualTo(small);
    assertThat(desk.again(small).notRegions()).isEqualTo(List.of("malmo"));
  }

  @Test
  void what_was_written_into_it_is_cleaned_or_refused() {
    var item = Items.anItem().titled("A\u0000 pier").saying("<p>x</p><script>y</script>");
    assertThat(desk.again(item.build().item()).content()).contains("<p>x</p>");
    assertThat(desk.again(item.build().item()).title()).isEqualTo("A pier");
    var nowhere = Items.anItem().titled("x".repeat(501)).on("no-such-topic").build().item();
    assertThatThrownBy(() -> desk.again(nowhere))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("/title")
        .hasMessageContaining("/topics/0");
  }
}
