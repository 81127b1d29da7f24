package org.regionwire.pages.items;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Event;
import org.regionwire.news.EventDates;
import org.regionwire.news.EventTimeFound;

/**
 * When and where an event is, in words.
 *
 * @param status empty when it takes place as planned
 * @param told the words of the text, when the year is not among them and was inferred
 * @param map where its coordinates are on a map
 */
public record Occasion(
    Moment when,
    Optional<String> told,
    Optional<String> name,
    Optional<String> address,
    Optional<String> map,
    Optional<String> status,
    Optional<String> url,
    boolean over) {

  static Occasion of(
      Event event, Optional<EventTimeFound> inferred, Optional<ZoneId> regionZone, Instant now) {
    var dates = EventDates.of(event, regionZone);
    return new Occasion(
        new Moment(dates.text(), dates.startMachine()),
        inferred.map(EventTimeFound::text),
        event.place().flatMap(Event.Place::name),
        event.place().flatMap(Event.Place::address),
        event.place().flatMap(Occasion::map),
        event.status().warning(),
        event.url().flatMap(Occasion::webAddress),
        dates.overAt(now));
  }

  /** Only what a browser may follow without harm. */
  static Optional<String> webAddress(URI uri) {
    return Optional.of(uri.toString()).filter(text -> text.matches("(?i)https?://.+"));
  }

  private static Optional<String> map(Event.Place place) {
    return place
        .lat()
        .flatMap(
            lat ->
                place
                    .lon()
                    .map(
                        lon ->
                            String.format(
                                Locale.ROOT,
                                "https://www.openstreetmap.org/?mlat=%1$.5f&mlon=%2$.5f#map=15/%1$.5f/%2$.5f",
                                lat,
                                lon)));
  }
}
