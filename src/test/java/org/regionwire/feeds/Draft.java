package org.regionwire.feeds;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.regionwire.news.Attachment;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.Image;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.Point;
import org.regionwire.news.RegionFound;

/** Items to test with: named by a word, changed by the {@code with} methods. */
public record Draft(
    String word,
    String title,
    Optional<Event> event,
    List<String> regions,
    List<String> topics,
    Optional<Instant> expires,
    boolean full) {
  public static final Instant WRITTEN = Instant.parse("2026-03-01T08:00:00.750Z");

  public static Draft item(String word) {
    return new Draft(
        word,
        "Title of " + word,
        Optional.empty(),
        List.of("malmo"),
        List.of(),
        Optional.empty(),
        false);
  }

  public Draft titled(String other) {
    return new Draft(word, other, event, regions, topics, expires, full);
  }

  public Draft in(String... others) {
    return new Draft(word, title, event, List.of(others), topics, expires, full);
  }

  public Draft about(String... others) {
    return new Draft(word, title, event, regions, List.of(others), expires, full);
  }

  public Draft expiring(Instant at) {
    return new Draft(word, title, event, regions, topics, Optional.of(at), full);
  }

  public Draft with(Event other) {
    return new Draft(word, title, Optional.of(other), regions, topics, expires, full);
  }

  /** With everything an item can have. */
  public Draft inFull() {
    return new Draft(word, title, event, regions, topics, expires, true);
  }

  public static Event seminar() {
    return new Event(
        EventTime.parse("2007-10-09T09:30"),
        Optional.of(EventTime.parse("2007-10-09T11:00")),
        Optional.of(ZoneId.of("Europe/Brussels")),
        Optional.of(
            new Event.Place(
                Optional.of("Committee of the Regions"),
                Optional.of("Rue Belliard 101 & 103, Brussels"),
                Optional.of(50.84),
                Optional.of(4.37))),
        Optional.of(URI.create("https://opendays.example/?a=1&b=2")),
        Event.Status.CONFIRMED);
  }

  public ItemId id() {
    return ItemId.derivedFrom(word);
  }

  public EnrichedItem enriched() {
    return new EnrichedItem(
        news(),
        regions.stream().map(r -> RegionFound.named(r, "named")).toList(),
        Optional.empty(),
        event.map(e -> new Point(50.84, 4.37)));
  }

  private NewsItem news() {
    return new NewsItem(
        id(),
        new Origin("inbox", word + title, "00", WRITTEN, Optional.empty()),
        event.map(e -> Kind.EVENT),
        title,
        when(Optional.of("Short & <plain> of " + word)),
        when(Optional.of("<p>Long <b>text</b> &amp; more of " + word + " – blåbær 🫐</p>")),
        when(Optional.of("sv")),
        when(Optional.of(URI.create("https://sender.example/?id=1&lang=sv"))),
        when(Optional.of("Ann Ek")),
        when(Optional.of("City of Malmö")),
        Optional.of(WRITTEN),
        Optional.empty(),
        expires,
        regions,
        List.of(),
        topics,
        event,
        when(
            Optional.of(
                new Image(URI.create("https://sender.example/a.png"), Optional.of("A bridge")))),
        full
            ? List.of(
                new Attachment(
                    URI.create("https://sender.example/programme.pdf"),
                    Optional.of("application/pdf"),
                    OptionalLong.of(12345),
                    Optional.of("Programme")))
            : List.of());
  }

  private <T> Optional<T> when(Optional<T> value) {
    return full ? value : Optional.empty();
  }
}
