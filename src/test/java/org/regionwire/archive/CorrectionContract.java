package org.regionwire.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regionwire.news.Items.anEvent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.archive.Verdict.Outcome;
import org.regionwire.news.Change.What;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.EventTime;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/** What every archive does with an item that is changed. */
abstract class CorrectionContract extends LifeFixture {
  @Test
  void a_minor_edit_is_silent_and_a_correction_is_not() {
    stored(bridge("A brigde"));
    clock.passes(60);
    var minor = stored(changing(bridge("A bridge"), What.MINOR));
    assertThat(minor.revision()).isEqualTo(2);
    assertThat(minor.updated()).isEqualTo(NOON);
    assertThat(minor.correction()).isEmpty();
    var corrected = stored(changing(bridge("Two bridges"), What.CORRECTION));
    assertThat(corrected.updated()).isEqualTo(NOON.plusSeconds(60));
    assertThat(corrected.published()).isEqualTo(NOON);
  }

  @Test
  void a_material_correction_is_told_with_every_revision_from_then_on() {
    stored(bridge("A bridge"));
    clock.passes(60);
    var material = stored(changing(bridge("No bridge"), What.MATERIAL));
    assertThat(material.correction().orElseThrow().note()).isEqualTo("note");
    assertThat(material.correction().orElseThrow().at()).isEqualTo(NOON.plusSeconds(60));
    clock.passes(60);
    var later = stored(changing(bridge("No bridge."), What.MINOR));
    assertThat(later.correction()).isEqualTo(material.correction());
    assertThat(reopened().find(BRIDGE)).hasValue(later);
  }

  @Test
  void an_event_of_the_text_stays_one_when_it_is_mended_or_withdrawn_after_its_day() {
    var day = Instant.parse("2026-03-02T08:00:00Z");
    assertThat(stored(told("Fair on 5 March", day)).kind()).isEqualTo(Kind.EVENT);
    var mended = stored(told("The fair on 5 March", day.plus(9, ChronoUnit.DAYS)));
    assertThat(mended.kind()).isEqualTo(Kind.EVENT);
    assertThat(reopened().find(BRIDGE).orElseThrow().kind()).isEqualTo(Kind.EVENT);
    var origin = told("x", day.plus(20, ChronoUnit.DAYS)).item().origin();
    var gone = stored(from(mended.enriched().from(origin), What.WITHDRAWAL));
    assertThat(gone.kind()).isEqualTo(Kind.EVENT);
    assertThat(gone.item().origin().first()).isEqualTo(day);
    assertThat(reopened().calendar(Selection.ALL, LocalDate.of(2026, 3, 1), 9, NOON))
        .containsExactly(gone);
  }

  @Test
  void news_of_a_day_past_stays_news_and_its_sender_can_say_otherwise() {
    var day = Instant.parse("2026-03-08T08:00:00Z");
    assertThat(stored(told("Fair of 5 March", day)).kind()).isEqualTo(Kind.NEWS);
    var mended = stored(told("The fair of 5 March", day.plus(1, ChronoUnit.DAYS)));
    assertThat(mended.kind()).isEqualTo(Kind.NEWS);
    assertThat(stored(anEvent("2026-03-05").withId(BRIDGE)).kind()).isEqualTo(Kind.EVENT);
  }

  /** An item whose text names the fifth of March. */
  private EnrichedItem told(String title, Instant received) {
    var plain = bridge(title).receivedAt(received).withKey("told " + ++keys).build();
    var start = EventTime.parse("2026-03-05");
    var when =
        new EventTimeFound(start, Optional.empty(), true, "title", 0, "5 March", 1, "it says so");
    return new EnrichedItem(plain.item(), plain.regions(), Optional.of(when), Optional.empty());
  }

  @Test
  void of_two_who_expect_the_same_revision_one_loses() {
    stored(bridge("A bridge"));
    var won = changing(bridge("Won"), What.CORRECTION, 1);
    var lost = changing(bridge("Lost"), What.CORRECTION, 1);
    var verdicts = archive.decide(List.of(won, lost));
    assertThat(verdicts).extracting(Verdict::lost).containsExactly(false, true);
    assertThat(verdicts.get(1).item()).isEqualTo(verdicts.get(0).item());
    assertThat(reopened().find(BRIDGE).orElseThrow().item().title()).isEqualTo("Won");
    assertThat(reopened().decide(List.of(lost, won)))
        .as("delivered again")
        .containsExactly(verdicts.get(1), verdicts.get(0));
    var key = lost.item().origin().key();
    assertThat(reopened().verdict(key).orElseThrow().lost()).isTrue();
  }

  @Test
  void a_verdict_stands_when_the_expected_revision_comes_later() {
    stored(bridge("A bridge"));
    var early = changing(bridge("Early"), What.CORRECTION, 2);
    assertThat(decided(early).lost()).isTrue();
    stored(bridge("Another bridge"));
    assertThat(decided(early).lost()).isTrue();
  }

  @Test
  void who_expects_a_revision_of_nothing_loses() {
    var verdict = decided(changing(bridge("A bridge"), What.CORRECTION, 1));
    assertThat(verdict).isEqualTo(new Verdict(Outcome.LOST, Optional.empty()));
    assertThat(archive.count()).isZero();
  }
}
