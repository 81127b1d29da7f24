package org.regionwire.feeds.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.regionwire.feeds.Draft;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.EventTime;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.Items;
import org.regionwire.news.PublishedItem;

class EventWordsTest {
  private static final Instant AT = Instant.parse("2007-09-25T08:00:00Z");

  @Test
  void what_is_no_event_has_none() {
    assertThat(EventWords.paragraph(Items.anItem().published(1, AT))).isEmpty();
  }

  @Test
  void where_is_left_out_when_nobody_knows() {
    assertThat(EventWords.paragraph(Items.anEvent("2007-10-09").published(1, AT)))
        .isEqualTo("<p><strong>When:</strong> 9 October 2007</p>");
  }

  @Test
  void where_is_escaped() {
    var seminar = Draft.item("seminar").with(Draft.seminar()).enriched();
    assertThat(EventWords.paragraph(new PublishedItem(seminar, 1, 1, 1, AT, AT)))
        .contains("Committee of the Regions, Rue Belliard 101 &amp; 103, Brussels")
        .contains("<a href=\"https://opendays.example/?a=1&amp;b=2\">");
  }

  @Test
  void a_year_that_was_inferred_is_marked() {
    assertThat(EventWords.paragraph(told(true)))
        .isEqualTo("<p><strong>When:</strong> 9 October 2007 (year inferred)</p>");
    assertThat(EventWords.paragraph(told(false)))
        .isEqualTo("<p><strong>When:</strong> 9 October 2007</p>");
  }

  private static PublishedItem told(boolean yearInferred) {
    var when =
        new EventTimeFound(
            EventTime.parse("2007-10-09"),
            Optional.empty(),
            yearInferred,
            "title",
            0,
            "9 October",
            0.8,
            "it takes place then");
    var plain = Items.anItem().build();
    var told = new EnrichedItem(plain.item(), plain.regions(), Optional.of(when), Optional.empty());
    return new PublishedItem(told, 1, 1, 1, AT, AT);
  }
}
