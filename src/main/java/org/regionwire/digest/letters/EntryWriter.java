package org.regionwire.digest.letters;

import java.time.ZoneId;
import java.util.Optional;
import org.regionwire.news.Event;
import org.regionwire.news.Event.Place;
import org.regionwire.news.EventDates;
import org.regionwire.news.Excerpt;
import org.regionwire.news.NewsItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.PlainText;

/** Makes the entry of an item: short enough that many fit into one letter. */
final class EntryWriter {
  private static final int TITLE = 200;
  private static final int TEASER = 280;
  private static final int PLACE = 160;

  private final Letterhead letterhead;
  private final Wording wording;
  private final ZoneId readers;

  EntryWriter(Letterhead letterhead, Wording wording, ZoneId readers) {
    this.letterhead = letterhead;
    this.wording = wording;
    this.readers = readers;
  }

  Entry of(Pick pick) {
    NewsItem item = pick.published().item();
    return new Entry(
        Excerpt.of(item.title(), TITLE),
        Excerpt.of(PlainText.summary(item), TEASER),
        when(pick.published()),
        Excerpt.of(
            pick.published().event().flatMap(Event::place).flatMap(Place::line).orElse(""), PLACE),
        pick.labels(),
        letterhead.link("/items/" + item.id()),
        item.language().orElse(""),
        pick.also().stream().map(this::source).toList());
  }

  private Entry.Source source(PublishedItem other) {
    return new Entry.Source(
        Excerpt.of(other.item().title(), TITLE), letterhead.link("/items/" + other.id()));
  }

  private String when(PublishedItem item) {
    String doubt = item.enriched().inferred().map(time -> wording.yearInferred()).orElse("");
    return item.event().map(event -> when(event) + doubt).orElse("");
  }

  private String when(Event event) {
    String dates = EventDates.of(event, Optional.empty()).textFor(readers);
    return wording.warning(event.status()) + dates;
  }
}
