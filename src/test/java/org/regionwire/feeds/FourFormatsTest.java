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
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.camel.util.json.JsonArray;
import org.apache.camel.util.json.JsonObject;
import org.apache.camel.util.json.Jsoner;
import org.regionwire.news.Attachment;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Event;
import org.regionwire.news.EventTime;
import org.regionwire.news.Excerpt;
import org.regionwire.news.Kind;
import org.regionwire.news.PublishedItem;
import org.w3c.dom.Element;

/**
 * Whatever an item holds, the four formats say the same of it, as others read them: the JDK's DOM
 * for RSS and Atom, Camel's JSON, ical4j.
 */
class FourFormatsTest {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String MEDIA = "http://search.yahoo.com/mrss/";
  private static final String GEORSS = "http://www.georss.org/georss";
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
      List<String> authors,
      Optional<String> language,
      Optional<String> source,
      List<String> terms,
      List<File> files,
      Optional<String> point) {}

  /**
   * @param length -1 where it is not said
   */
  record File(String url, String type, long length) {}

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
        Optional.of(published.updated()),
        entry.entry(published).summary(),
        entry.entry(published).html(),
        item.author().stream().toList(),
        item.language(),
        item.link().map(URI::toString),
        terms(published),
        item.attachments().stream()
            .map(
                file ->
                    new File(
                        file.url().toString(),
                        type(file),
                        file.length().orElse(0) > 0 ? file.length().getAsLong() : -1))
            .toList(),
        published.enriched().point().map(point -> point.lat() + " " + point.lon()));
  }

  private static List<String> terms(PublishedItem published) {
    var terms = new ArrayList<>(List.of(published.kind().word()));
    terms.addAll(published.item().topics());
    terms.addAll(published.enriched().regionSlugs());
    return terms;
  }

  private static String type(Attachment file) {
    String guess =
        file.url().toString().endsWith(".pdf") ? "application/pdf" : "application/octet-stream";
    return file.type().orElse(guess);
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
              texts(item, DC, "creator"),
              text(item, DC, "language"),
              links(item, "related").stream().map(one -> one.getAttribute("href")).findFirst(),
              texts(item, "", "category"),
              children(item, MEDIA, "content").stream()
                  .map(file -> file(file, "url", "fileSize"))
                  .toList(),
              point(item)));
      checkEnclosure(item);
    }
    return told;
  }

  /** RSS has room for one; the profile says 0 where its length is not known. */
  private static void checkEnclosure(Element item) {
    var files = children(item, MEDIA, "content").stream().limit(1);
    assertThat(
            children(item, "", "enclosure").stream()
                .map(one -> file(one, "url", "length"))
                .toList())
        .isEqualTo(
            files
                .map(one -> file(one, "url", "fileSize"))
                .map(one -> new File(one.url(), one.type(), Math.max(0, one.length())))
                .toList());
  }

  private static File file(Element of, String address, String length) {
    return new File(
        of.getAttribute(address),
        of.getAttribute("type"),
        of.hasAttribute(length) ? Long.parseLong(of.getAttribute(length)) : -1);
  }

  private static List<Element> links(Element of, String rel) {
    return children(of, ATOM, "link").stream()
        .filter(one -> one.getAttribute("rel").equals(rel))
        .toList();
  }

  private static List<String> texts(Element of, String namespace, String name) {
    return children(of, namespace, name).stream().map(Element::getTextContent).toList();
  }

  /** In as many digits as it takes. */
  private static Optional<String> point(Element of) {
    return text(of, GEORSS, "point")
        .map(text -> text.split(" ", 2))
        .map(two -> Double.parseDouble(two[0]) + " " + Double.parseDouble(two[1]));
  }

  private Map<String, Told> atom() throws Exception {
    var told = new HashMap<String, Told>();
    for (var entry : children(xml(FeedFormat.ATOM), ATOM, "entry")) {
      var link = links(entry, "alternate").get(0);
      var content = children(entry, ATOM, "content").get(0);
      boolean html = content.getAttribute("type").equals("html");
      told.put(
          text(entry, ATOM, "id").orElseThrow(),
          new Told(
              text(entry, ATOM, "title").orElseThrow(),
              link.getAttribute("href"),
              Instant.parse(text(entry, ATOM, "published").orElseThrow()),
              text(entry, ATOM, "updated").map(Instant::parse),
              text(entry, ATOM, "summary"),
              Optional.of(content.getTextContent()).filter(text -> html),
              texts(entry, ATOM, "name"),
              Optional.of(entry.getAttribute("xml:lang")).filter(tag -> !tag.isEmpty()),
              links(entry, "related").stream().map(one -> one.getAttribute("href")).findFirst(),
              children(entry, ATOM, "category").stream()
                  .map(one -> one.getAttribute("term"))
                  .toList(),
              links(entry, "enclosure").stream().map(one -> file(one, "href", "length")).toList(),
              point(entry)));
      if (!html) {
        assertThat(content.getTextContent()).isEqualTo(text(entry, ATOM, "title").orElseThrow());
      }
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
              authors,
              Optional.ofNullable(item.getString("language")),
              Optional.ofNullable(item.getString("external_url")),
              list(item, "tags").stream().map(String.class::cast).toList(),
              list(item, "attachments").stream().map(file -> file((JsonObject) file)).toList(),
              Optional.ofNullable((JsonObject) ours(item).get("point"))
                  .map(point -> point.getDouble("lat") + " " + point.getDouble("lon"))));
      assertThat(list(ours(item), "topics").size() + list(ours(item), "regions").size() + 1)
          .isEqualTo(list(item, "tags").size());
      checkEvent(item);
    }
    return told;
  }

  private static JsonObject ours(JsonObject item) {
    return (JsonObject) item.get("_regionwire");
  }

  private static JsonArray list(JsonObject of, String name) {
    return Optional.ofNullable((JsonArray) of.get(name)).orElseGet(JsonArray::new);
  }

  private static File file(JsonObject of) {
    return new File(
        of.getString("url"),
        of.getString("mime_type"),
        of.get("size_in_bytes") == null ? -1 : of.getLong("size_in_bytes"));
  }

  private void checkEvent(JsonObject item) {
    var said = (JsonObject) ours(item).get("event");
    assertThat(ours(item).getString("kind")).isEqualTo(said == null ? "news" : "event");
    if (said != null) {
      var event = published(item.getString("id")).event().orElseThrow();
      assertThat(said.getString("start")).isEqualTo(event.start().toString());
      assertThat(said.getString("end")).isEqualTo(event.end().map(Object::toString).orElse(null));
      assertThat(said.getString("timezone")).isEqualTo("Europe/Stockholm");
      assertThat(said.getString("status")).isEqualToIgnoringCase(event.status().name());
      assertThat(Optional.ofNullable((JsonObject) said.get("place")).map(p -> p.getString("name")))
          .isEqualTo(event.place().flatMap(Event.Place::name));
    }
  }

  private PublishedItem published(String tag) {
    return desk.archive.latest(org.regionwire.news.Selection.ALL, 99, Instant.MIN).stream()
        .filter(item -> item.id().tag().equals(tag))
        .findFirst()
        .orElseThrow();
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
          .startsWith(
              published(value(event, "UID").orElseThrow())
                  .item()
                  .summary()
                  .map(s -> Excerpt.of(s, 1_000))
                  .orElse(""))
          .endsWith(item.link());
      assertThat(event.getProperties("CONTACT").stream().map(p -> p.getValue()).toList())
          .isEqualTo(item.authors());
      assertThat(event.getProperty("SUMMARY").flatMap(p -> p.getParameter("LANGUAGE")))
          .isEqualTo(item.language().map(net.fortuna.ical4j.model.parameter.Language::new));
      checkTimes(event, published(value(event, "UID").orElseThrow()));
      checkFiles(event, item.files());
    }
    assertThat(kinds)
        .containsExactlyInAnyOrderElementsOf(
            desk.archive.latest(org.regionwire.news.Selection.ALL, 99, Instant.MIN).stream()
                .filter(item -> item.kind() == Kind.EVENT)
                .map(item -> item.id().tag())
                .toList());
  }

  private static void checkTimes(VEvent event, PublishedItem item) {
    var told = item.event().orElseThrow();
    assertThat(moment(event.getDateTimeStart().getDate())).isEqualTo(moment(told.start()));
    boolean days = told.start().allDay();
    // a calendar's last day is the one after (RFC 5545 section 3.6.1)
    assertThat(Optional.ofNullable(event.getDateTimeEnd()).map(p -> moment(p.getDate())))
        .isEqualTo(
            told.end()
                .or(() -> Optional.of(told.start()).filter(start -> days))
                .map(end -> moment(end).plusSeconds(days ? 86_400 : 0)));
    assertThat(value(event, "STATUS")).contains(told.status().name());
    assertThat(value(event, "LOCATION")).isEqualTo(told.place().flatMap(Event.Place::line));
    assertThat(value(event, "GEO")).isEqualTo(told.place().map(place -> "-1.500000;0.100000"));
    assertThat(value(event, "SEQUENCE")).contains(Integer.toString(item.revision() - 1));
  }

  private static void checkFiles(VEvent event, List<File> files) {
    assertThat(
            event.getProperties("ATTACH").stream()
                .map(p -> p.getValue() + " " + p.getParameter("FMTTYPE").get().getValue())
                .toList())
        .isEqualTo(files.stream().map(file -> file.url() + " " + file.type()).toList());
  }

  private static Instant moment(java.time.temporal.Temporal time) {
    return time instanceof java.time.LocalDate day
        ? day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant()
        : Instant.from(time);
  }

  private static Instant moment(EventTime time) {
    return time.offset()
        .map(offset -> time.date().atTime(time.time().orElseThrow()).toInstant(offset))
        .or(() -> time.time().map(at -> time.date().atTime(at).atZone(AnyItems.ZONE).toInstant()))
        .orElseGet(() -> time.date().atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
  }

  @Provide
  Arbitrary<List<EnrichedItem>> items() {
    return AnyItems.lists(Desk.ENTRIES);
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
                    it.authors(),
                    it.language(),
                    it.source(),
                    it.terms(),
                    it.files(),
                    it.point())));
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
