package org.regionwire.pages;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.regionwire.news.Attachment;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.EventTimeFound;
import org.regionwire.news.Image;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;

/** Items for tests: {@code anItem("Title").in("malmo").published()}. */
final class AnItem {
  static final Instant PUBLISHED = Instant.parse("2007-05-02T07:15:30Z");

  private final String title;
  private long sequence = 1;
  private int revision = 1;
  private String key;
  private Optional<String> summary = Optional.empty();
  private Optional<String> content = Optional.empty();
  private Optional<String> language = Optional.empty();
  private Optional<Instant> publishAt = Optional.empty();
  private Optional<Instant> expires = Optional.empty();
  private Optional<Event> event = Optional.empty();
  private Optional<EventTimeFound> when = Optional.empty();
  private Optional<URI> link = Optional.empty();
  private Optional<String> author = Optional.empty();
  private Optional<String> organisation = Optional.empty();
  private Optional<Image> image = Optional.empty();
  private List<Attachment> attachments = List.of();
  private List<String> topics = List.of();
  private List<RegionFound> regions = List.of();

  private AnItem(String title) {
    this.title = title;
    this.key = title;
  }

  static AnItem anItem(String title) {
    return new AnItem(title);
  }

  AnItem saying(String text) {
    summary = Optional.of(text);
    return this;
  }

  AnItem holding(String html) {
    content = Optional.of(html);
    return this;
  }

  AnItem language(String tag) {
    language = Optional.of(tag);
    return this;
  }

  AnItem linking(String address) {
    link = Optional.of(URI.create(address));
    return this;
  }

  AnItem embargoedTo(Instant moment) {
    publishAt = Optional.of(moment);
    return this;
  }

  AnItem number(long number) {
    sequence = number;
    return this;
  }

  AnItem revision(int number, String ofTitle) {
    revision = number;
    key = ofTitle;
    return this;
  }

  AnItem in(String... slugs) {
    regions =
        Stream.of(slugs)
            .map(
                slug ->
                    new RegionFound(
                        slug,
                        RegionFound.How.MENTIONED,
                        true,
                        1,
                        "“" + slug + "” stands in the title",
                        List.of()))
            .toList();
    return this;
  }

  AnItem alsoIn(String slug, String why) {
    var found = new RegionFound(slug, RegionFound.How.CONTAINS, true, 1, why, List.of());
    regions = Stream.concat(regions.stream(), Stream.of(found)).toList();
    return this;
  }

  AnItem on(String start, String end, String place) {
    return happening(
        new Event(
            EventTime.parse(start),
            Optional.of(end).filter(text -> !text.isEmpty()).map(EventTime::parse),
            Optional.empty(),
            Optional.of(
                new Event.Place(
                    Optional.of(place), Optional.empty(), Optional.empty(), Optional.empty())),
            Optional.empty(),
            Event.Status.CONFIRMED));
  }

  AnItem happening(Event what) {
    event = Optional.of(what);
    return this;
  }

  /** The text names a day, without its year. */
  AnItem telling(String words, String day) {
    when =
        Optional.of(
            new EventTimeFound(
                EventTime.parse(day),
                Optional.empty(),
                true,
                "content",
                0,
                words,
                0.8,
                "it opens"));
    return this;
  }

  /** Every field there is. */
  AnItem complete() {
    language = Optional.of("sv");
    link = Optional.of(URI.create("https://example.org/news/1?a=1&b=2"));
    author = Optional.of("Åsa <Öberg>");
    organisation = Optional.of("City of Malmö & partners");
    expires = Optional.of(Instant.parse("2030-01-01T00:00:00Z"));
    image =
        Optional.of(
            new Image(URI.create("https://example.org/p.jpg"), Optional.of("A \"bridge\"")));
    attachments =
        List.of(
            new Attachment(
                URI.create("https://example.org/programme.pdf"),
                Optional.of("application/pdf"),
                OptionalLong.of(1_234_567),
                Optional.of("Programme")),
            new Attachment(
                URI.create("https://example.org/x/list.csv"),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty()));
    topics = List.of("ict", "maritime", "unheard-of");
    event =
        Optional.of(
            new Event(
                EventTime.parse("2007-10-09T09:30:00"),
                Optional.of(EventTime.parse("2007-10-09T12:00:00")),
                Optional.of(ZoneId.of("Europe/Brussels")),
                Optional.of(
                    new Event.Place(
                        Optional.of("Committee of the Regions"),
                        Optional.of("Rue Belliard 99, Brussels"),
                        Optional.of(50.8399),
                        Optional.of(4.3777))),
                Optional.of(URI.create("https://example.org/open-days")),
                Event.Status.CANCELLED));
    return this;
  }

  PublishedItem published() {
    var id = ItemId.derivedFrom(key);
    var item =
        new NewsItem(
            id,
            new Origin("inbox", key, "00", PUBLISHED, Optional.empty()),
            event.map(e -> Kind.EVENT),
            title,
            summary,
            content,
            language,
            link,
            author,
            organisation,
            Optional.empty(),
            publishAt,
            expires,
            regions.stream().map(RegionFound::region).toList(),
            List.of(),
            topics,
            event,
            image,
            attachments);
    var first = PUBLISHED.plusSeconds(sequence * 3700);
    var updated = first.plusSeconds(86_400L * (revision - 1));
    return new PublishedItem(
        new EnrichedItem(item, regions, when, Optional.empty()),
        sequence + revision,
        sequence,
        revision,
        first,
        updated);
  }
}
