package org.regionwire.feeds.entries;

import java.util.Optional;
import org.regionwire.news.Event;
import org.regionwire.news.Event.Place;
import org.regionwire.news.EventDates;
import org.regionwire.news.PublishedItem;

/** When and where, for feeds, which have no field for it. */
final class EventWords {
  private static final String INFERRED = " (year inferred)";

  private EventWords() {}

  /** One paragraph of HTML; nothing when it is no event. */
  static String paragraph(PublishedItem item) {
    boolean inferred = item.enriched().inferred().isPresent();
    return item.event().map(event -> paragraph(event, inferred ? INFERRED : "")).orElse("");
  }

  private static String paragraph(Event event, String doubt) {
    var html = new StringBuilder("<p>");
    event.status().warning().ifPresent(w -> html.append("<strong>" + w + ".</strong> "));
    String when = EventDates.of(event, Optional.empty()).text();
    html.append("<strong>When:</strong> ").append(Html.escape(when)).append(doubt);
    event
        .place()
        .flatMap(Place::line)
        .ifPresent(w -> html.append("<br/><strong>Where:</strong> ").append(Html.escape(w)));
    event.url().ifPresent(url -> html.append("<br/>").append(Html.link(url.toASCIIString())));
    return html.append("</p>").toString();
  }
}
