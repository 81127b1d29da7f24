package org.regionwire.feeds.formats;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.regionwire.feeds.Draft;
import org.regionwire.feeds.entries.Html;
import org.regionwire.intake.text.TextCleaning;
import org.regionwire.news.Attachment;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.Point;
import org.regionwire.news.RegionFound;

/** Items with whatever an item may hold: all scripts, entities, ends of sections, empty fields. */
final class AnyItems {
  /** Of their events. */
  static final java.time.ZoneId ZONE = java.time.ZoneId.of("Europe/Stockholm");

  private static final List<String> PIECES =
      List.of(
          "a",
          "Malmö",
          "Žužemberk",
          "Ελλάδα",
          "Москва",
          "東京",
          "العربية",
          "עברית",
          "हिन्दी",
          "🫐",
          "👩‍👩‍👧",
          "&",
          "&amp;",
          "&#38;",
          "<",
          ">",
          "<b>",
          "]]>",
          "<![CDATA[",
          "\"",
          "'",
          "\\",
          "\\n",
          ";",
          ",",
          ":",
          "^",
          "%",
          "\u00a0",
          "\u2028",
          "\u0085",
          "e\u0301",
          "\u200f",
          " ",
          "  ",
          "x=1",
          "END:VEVENT",
          "--",
          "<!--",
          "\ufeff",
          "\ud7ff",
          "𝕏");

  private AnyItems() {}

  /**
   * @param most items in a list; one at least
   */
  static Arbitrary<List<EnrichedItem>> lists(int most) {
    return item().list().ofMinSize(1).ofMaxSize(most).map(AnyItems::numbered);
  }

  private static List<EnrichedItem> numbered(List<NewsItem> items) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> items.get(i).from(ItemId.derivedFrom("item " + i), origin(i)))
        .map(
            item ->
                new EnrichedItem(
                    item,
                    item.regions().stream().map(slug -> RegionFound.named(slug, "it")).toList(),
                    Optional.empty(),
                    item.event().map(event -> new Point(55.6059, 13.0007))))
        .toList();
  }

  private static Arbitrary<NewsItem> item() {
    var line = text(1, 40).map(TextCleaning::line).filter(text -> !TextCleaning.isBlank(text));
    var lines = text(1, 400).map(TextCleaning::line).filter(text -> !TextCleaning.isBlank(text));
    var html = lines.map(text -> "<p>" + Html.escape(text) + "</p>\n<p>b</p>");
    return Combinators.combine(
            line,
            lines.optional(),
            html.optional(),
            line.map(String::strip).filter(name -> !name.isEmpty()).optional(),
            labels(),
            event().optional())
        .as(AnyItems::item);
  }

  /** What is no text of its own. */
  private record Labels(
      Optional<String> language,
      Optional<URI> link,
      List<String> regions,
      List<String> topics,
      List<Attachment> files) {}

  private static Arbitrary<Labels> labels() {
    return Combinators.combine(
            Arbitraries.of("sv", "zh-Hant").optional(),
            Arbitraries.of("https://s.example/?a=1&b=%C3%A5", "http://s.example/'x'~")
                .map(URI::create)
                .optional(),
            Arbitraries.of(List.of("malmo"), List.of("oslo", "oresund-region", "malmo")),
            Arbitraries.of("ict", "life-sciences").list().uniqueElements().ofMaxSize(2),
            file().list().uniqueElements(Attachment::url).ofMaxSize(3))
        .as(Labels::new);
  }

  private static Arbitrary<Attachment> file() {
    return Combinators.combine(
            Arbitraries.of("a.pdf", "b?x=1&y=2", "c.unheard-of", "d.pdf"),
            Arbitraries.of("text/csv", "audio/mpeg").optional(),
            Arbitraries.longs().between(0, 1L << 40).optional())
        .as(
            (name, type, length) ->
                new Attachment(
                    URI.create("https://s.example/" + name),
                    type,
                    length.map(OptionalLong::of).orElse(OptionalLong.empty()),
                    Optional.of("File & <more>")));
  }

  private static NewsItem item(
      String title,
      Optional<String> summary,
      Optional<String> content,
      Optional<String> author,
      Labels labels,
      Optional<Event> event) {
    return new NewsItem(
        ItemId.derivedFrom("any"),
        origin(0),
        event.map(e -> Kind.EVENT),
        title,
        summary,
        content,
        labels.language(),
        labels.link(),
        author,
        Optional.empty(),
        Optional.of(Draft.WRITTEN),
        Optional.empty(),
        Optional.empty(),
        labels.regions(),
        List.of(),
        labels.topics(),
        event,
        Optional.empty(),
        labels.files());
  }

  private static Arbitrary<Event> event() {
    var times =
        Arbitraries.of(
            "1999-12-31",
            "1999-12-31 2000-01-02",
            "2026-03-29T02:30",
            "2026-10-24T23:00 2026-10-25T09:00",
            "2026-10-25T02:30:00+01:00",
            "2031-05-01T09:00:00Z 2031-05-01T11:00:00+01:00");
    var place =
        text(1, 30)
            .map(TextCleaning::line)
            .filter(text -> !TextCleaning.isBlank(text))
            .map(
                name ->
                    new Event.Place(
                        Optional.of(name), Optional.empty(), Optional.of(-1.5), Optional.of(0.1)));
    return Combinators.combine(times, place.optional(), Arbitraries.of(Event.Status.class))
        .as(
            (start, where, status) ->
                new Event(
                    EventTime.parse(start.split(" ")[0]),
                    Optional.of(start.split(" "))
                        .filter(two -> two.length > 1)
                        .map(two -> EventTime.parse(two[1])),
                    Optional.of(ZONE),
                    where,
                    Optional.<URI>empty(),
                    status));
  }

  private static Arbitrary<String> text(int least, int most) {
    return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().all().ofLength(1))
        .list()
        .ofMinSize(least)
        .ofMaxSize(most)
        .map(pieces -> String.join("", pieces));
  }

  private static Origin origin(int number) {
    return new Origin("inbox", "key " + number, "00", Draft.WRITTEN, Optional.empty());
  }
}
