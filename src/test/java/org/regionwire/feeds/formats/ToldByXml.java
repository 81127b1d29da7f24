package org.regionwire.feeds.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;

/** RSS and Atom as others read them: by the DOM of the JDK. */
final class ToldByXml {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String MEDIA = "http://search.yahoo.com/mrss/";
  private static final String GEORSS = "http://www.georss.org/georss";
  private static final String DC = "http://purl.org/dc/elements/1.1/";

  private ToldByXml() {}

  /** The items of RSS by their guids. */
  static Map<String, Told> rss(String feed) throws Exception {
    var told = new HashMap<String, Told>();
    for (var item : children(xml(feed), "", "item")) {
      told.put(
          text(item, "", "guid").orElseThrow(),
          new Told(
              text(item, "", "title").orElseThrow(),
              text(item, "", "link").orElseThrow(),
              ZonedDateTime.parse(
                      text(item, "", "pubDate").orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME)
                  .toInstant(),
              Optional.empty(),
              text(item, "", "description").map(ToldByXml::unescaped),
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
                .map(one -> new Told.File(one.url(), one.type(), Math.max(0, one.length())))
                .toList());
  }

  private static Told.File file(Element of, String address, String length) {
    return new Told.File(
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

  /** The entries of Atom by their ids. */
  static Map<String, Told> atom(String feed) throws Exception {
    var told = new HashMap<String, Told>();
    for (var entry : children(xml(feed), ATOM, "entry")) {
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

  private static Element xml(String feed) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    byte[] bytes = feed.getBytes(StandardCharsets.UTF_8);
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

  /** RSS has its summary as HTML. */
  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
