package org.regionwire.digest.letters;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.regionwire.news.Change.What;
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
    return of(pick.published(), "", "", pick.labels(), pick.also());
  }

  /** Of what is withdrawn only the title and the reason. */
  Entry of(Told told) {
    String note = told.note().map(text -> Excerpt.of(text, TEASER)).orElse("");
    if (!told.withdrawn()) {
      String key = told.how() == What.MATERIAL ? "told.material" : "told.corrected";
      return of(told.published(), wording.say(key), note, List.of(), List.of());
    }
    NewsItem item = told.published().item();
    return new Entry(
        wording.say("told.withdrawn"),
        Excerpt.of(item.title(), TITLE),
        note,
        "",
        "",
        "",
        List.of(),
        link(told.published()),
        "",
        item.language().orElse(""),
        List.of());
  }

  private Entry of(
      PublishedItem published,
      String mark,
      String note,
      List<String> labels,
      List<PublishedItem> also) {
    NewsItem item = published.item();
    return new Entry(
        mark,
        Excerpt.of(item.title(), TITLE),
        note,
        Excerpt.of(PlainText.summary(item), TEASER),
        when(published),
        Excerpt.of(published.event().flatMap(Event::place).flatMap(Place::line).orElse(""), PLACE),
        labels,
        link(published),
        published.event().map(event -> link(published) + ".ics").orElse(""),
        item.language().orElse(""),
        also.stream().map(this::source).toList());
  }

  private Entry.Source source(PublishedItem other) {
    return new Entry.Source(Excerpt.of(other.item().title(), TITLE), link(other));
  }

  private String link(PublishedItem published) {
    return letterhead.link("/items/" + published.id());
  }

  private String when(PublishedItem item) {
    String doubt = item.enriched().inferred().map(time -> wording.yearInferred()).orElse("");
    return item.event().map(event -> when(event) + doubt).orElse("");
  }

  private String when(Event event) {
    String dates = EventDates.of(event, Optional.empty()).textFor(readers, wording);
    return wording.warning(event.status()) + dates;
  }
}
