package org.regionwire.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.regionwire.intake.TextCleaning;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.Excerpt;
import org.regionwire.news.ItemId;
import org.regionwire.news.Kind;
import org.regionwire.news.NewsItem;
import org.regionwire.news.Origin;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.RegionFound;
import org.w3c.dom.Element;

/**
 * Whatever an item holds, the four formats say the same of it, as others read them: the JDK's DOM
 * for RSS and Atom, Camel's JSON, ical4j.
 */
class FourFormatsTest {
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

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  private Desk desk = new Desk();

  /** What all formats have of an item. */
  record Told(
      String title,
      String link,
      Instant published,
      Optional<Instant> updated,
      Optional<String> summary,
      Optional<String> html,
      List<String> authors) {}

  @Property(tries = 150, shrinking = ShrinkingMode.BOUNDED)
  void all_formats_say_the_same(@ForAll("items") List<EnrichedItem> items) throws Exception {
    desk = new Desk();
    desk.archive.add(items);
    var expected = new HashMap<String, Told>();
    for (var item : desk.archive.latest(org.regionwire.news.Selection.ALL, 99, Instant.MIN)) {
      expected.put(item.id().tag(), told(item));
    }
    assertThat(rss()).isEqualTo(withoutUpdated(expected));
    assertThat(atom()).isEqualTo(expected);
    assertThat(json()).isEqualTo(expected);
    checkCalendar(expected);
  }

  /** By rules that are written here once more, not by what writes the feeds. */
  private static Told told(PublishedItem published) {
    var item = published.item();
    var entry = new EntryMaker(Desk.BASE, new FeedTitles(new Places(), new Themes()));
    return new Told(
        item.title(),
        Desk.BASE + "/items/" + item.id(),
        second(published.published()),
        Optional.of(second(published.updated())),
        item.summary(),
        entry.entry(published).html(),
        item.author().stream().toList());
  }

  private Map<String, Told> rss() throws Exception {
    var told = new HashMap<String, Told>();
    for (var item : children(xml(FeedFormat.RSS), "", "item")) {
      told.put(
          text(item, "", "guid").orElseThrow(),
          new Told(
              text(item, "", "title").orElseThrow(),
              text(item, "", "link").orElseThrow(),
              ZonedDateTime.parse(
                      text(item, "", "pubDate").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant(),
              Optional.empty(),
              text(item, "", "description").map(FourFormatsTest::unescaped),
              text(item, CONTENT, "encoded"),
              children(item, DC, "creator").stream().map(Element::getTextContent).toList()));
    }
    return told;
  }

  private Map<String, Told> atom() throws Exception {
    var told = new HashMap<String, Told>();
    for (var entry : children(xml(FeedFormat.ATOM), ATOM, "entry")) {
      var link =
          children(entry, ATOM, "link").stream()
              .filter(one -> one.getAttribute("rel").equals("alternate"))
              .findFirst()
              .orElseThrow();
      told.put(
          text(entry, ATOM, "id").orElseThrow(),
          new Told(
              text(entry, ATOM, "title").orElseThrow(),
              link.getAttribute("href"),
              Instant.parse(text(entry, ATOM, "published").orElseThrow()),
              text(entry, ATOM, "updated").map(Instant::parse),
              text(entry, ATOM, "summary"),
              text(entry, ATOM, "content"),
              children(entry, ATOM, "name").stream().map(Element::getTextContent).toList()));
    }
    return told;
  }

  private Map<String, Told> json() throws Exception {
    var told = new HashMap<String, Told>();
    var feed = (JsonObject) Jsoner.deserialize(Desk.text(render(FeedFormat.JSON)));
    for (var one : (JsonArray) feed.get("items")) {
      var item = (JsonObject) one;
      var authors = new ArrayList<String>();
      Optional.ofNullable((JsonArray) item.get("authors")).orElseGet(JsonArray::new).stream()
          .map(author -> ((JsonObject) author).getString("name"))
          .forEach(authors::add);
      told.put(
          item.getString("id"),
          new Told(
              item.getString("title"),
              item.getString("url"),
              Instant.parse(item.getString("date_published")),
              Optional.of(Instant.parse(item.getString("date_modified"))),
              Optional.ofNullable(item.getString("summary")),
              Optional.ofNullable(item.getString("content_html")),
              authors));
    }
    return told;
  }

  private void checkCalendar(Map<String, Told> expected) throws Exception {
    var text = Desk.text(render(FeedFormat.ICS));
    var calendar = new CalendarBuilder().build(new StringReader(text));
    List<VEvent> events = calendar.getComponents(Component.VEVENT);
    var kinds = new ArrayList<String>();
    for (VEvent event : events) {
      var item = expected.get(value(event, "UID").orElseThrow());
      kinds.add(value(event, "UID").orElseThrow());
      assertThat(value(event, "SUMMARY")).contains(item.title());
      assertThat(value(event, "URL")).contains(item.link());
      assertThat(value(event, "CREATED").map(FourFormatsTest::utc)).contains(item.published());
      assertThat(value(event, "X-ALT-DESC")).isEqualTo(item.html());
      assertThat(value(event, "DESCRIPTION").orElseThrow())
          .startsWith(item.summary().map(s -> Excerpt.of(s, 1_000)).orElse(""))
          .endsWith(item.link());
      assertThat(event.getProperties("CONTACT").stream().map(p -> p.getValue()).toList())
          .isEqualTo(item.authors());
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            desk.archive.latest(org.regionwire.news.Selection.ALL, 99, Instant.MIN).stream()
                .filter(item -> item.kind() == Kind.EVENT)
                .map(item -> item.id().tag())
                .toList());
  }

  @Provide
  Arbitrary<List<EnrichedItem>> items() {
    return item().list().ofMinSize(1).ofMaxSize(Desk.ENTRIES).map(FourFormatsTest::numbered);
  }

  private static List<EnrichedItem> numbered(List<NewsItem> items) {
    return IntStream.range(0, items.size())
        .mapToObj(i -> items.get(i).from(ItemId.derivedFrom("item " + i), origin(i)))
        .map(
            item ->
                new EnrichedItem(
                    item,
                    List.of(RegionFound.named("malmo", "named")),
                    Optional.empty(),
                    Optional.empty()))
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
            Arbitraries.of("sv", "zh-Hant").optional(),
            event().optional())
        .as(FourFormatsTest::item);
  }

  private static NewsItem item(
      String title,
      Optional<String> summary,
      Optional<String> content,
      Optional<String> author,
      Optional<String> language,
      Optional<Event> event) {
    return new NewsItem(
        ItemId.derivedFrom("any"),
        origin(0),
        event.map(e -> Kind.EVENT),
        title,
        summary,
        content,
        language,
        Optional.empty(),
        author,
        Optional.empty(),
        Optional.of(Draft.WRITTEN),
        Optional.empty(),
        Optional.empty(),
        List.of("malmo"),
        List.of(),
        List.of(),
        event,
        Optional.empty(),
        List.of());
  }

  private static Arbitrary<Event> event() {
    var times =
        Arbitraries.of(
            "1999-12-31", "2026-03-29T02:30", "2026-10-25T02:30:00+01:00", "2031-05-01T09:00:00Z");
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
                    EventTime.parse(start),
                    Optional.empty(),
                    Optional.of(java.time.ZoneId.of("Europe/Stockholm")),
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

  private Rendering render(FeedFormat format) {
    return desk.press.render(Desk.feed("all", format));
  }

  private Element xml(FeedFormat format) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    byte[] bytes = Desk.text(render(format)).getBytes(StandardCharsets.UTF_8);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes)).getDocumentElement();
  }

  private static List<Element> children(Element of, String namespace, String name) {
    var nodes =
        namespace.isEmpty()
            ? of.getElementsByTagName(name)
            : of.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  private static Optional<String> text(Element of, String namespace, String name) {
    return children(of, namespace, name).stream().findFirst().map(Element::getTextContent);
  }

  private static Optional<String> value(VEvent event, String name) {
    return event.getProperty(name).map(property -> property.getValue());
  }

  /** RSS has its summary as HTML. */
  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private static Map<String, Told> withoutUpdated(Map<String, Told> all) {
    var without = new HashMap<String, Told>();
    all.forEach(
        (id, it) ->
            without.put(
                id,
                new Told(
                    it.title(),
                    it.link(),
                    it.published(),
                    Optional.empty(),
                    it.summary(),
                    it.html(),
                    it.authors())));
    return without;
  }

  private static Instant second(Instant at) {
    return at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  private static Instant utc(String text) {
    return java.time.LocalDateTime.parse(
            text.replace("Z", ""), DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss"))
        .toInstant(java.time.ZoneOffset.UTC);
  }
}
