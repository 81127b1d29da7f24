package org.regionwire.feeds.formats;

import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.regionwire.feeds.FeedFormat;
import org.regionwire.feeds.FeedKey;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;

/** Lists feeds for feed readers to take in at once: OPML 2.0. */
public final class Opml {
  public static final String MEDIA_TYPE = "text/x-opml; charset=utf-8";

  private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

  private final String base;
  private final FeedTitles titles;

  /**
   * @param base public address of the site, without a slash at its end
   */
  public Opml(String base, FeedTitles titles) {
    this.base = base;
    this.titles = titles;
  }

  /** The feed of everything, of each kind, of these regions and of these topics. */
  public String list(Collection<String> regions, Collection<String> topics) {
    var text = new StringWriter();
    try {
      var out = XML.createXMLStreamWriter(text);
      out.writeStartDocument("utf-8", "1.0");
      out.writeStartElement("opml");
      out.writeAttribute("version", "2.0");
      head(out);
      out.writeStartElement("body");
      group(out, "Everything", List.of(Selection.ALL, ofKind(Kind.NEWS), ofKind(Kind.EVENT)));
      group(out, "Regions", regions.stream().map(Selection::region).toList());
      group(out, "Topics", topics.stream().map(Opml::ofTopic).toList());
      out.writeEndDocument();
      out.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return text.toString();
  }

  private void head(XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement("head");
    out.writeStartElement("title");
    out.writeCharacters(FeedPage.AUTHOR + " – all feeds in use");
    out.writeEndElement();
    out.writeStartElement("docs");
    out.writeCharacters("https://opml.org/spec2.opml");
    out.writeEndElement();
    out.writeEndElement();
  }

  private void group(XMLStreamWriter out, String name, List<Selection> selections)
      throws XMLStreamException {
    if (selections.isEmpty()) {
      return;
    }
    out.writeStartElement("outline");
    out.writeAttribute("text", name);
    for (var selection : selections) {
      outline(out, selection);
    }
    out.writeEndElement();
  }

  /** The type is rss for Atom too; RSS is what every reader of OPML takes. */
  private void outline(XMLStreamWriter out, Selection selection) throws XMLStreamException {
    String title = titles.of(selection);
    out.writeEmptyElement("outline");
    out.writeAttribute("type", "rss");
    out.writeAttribute("version", "RSS2");
    out.writeAttribute("text", title);
    out.writeAttribute("title", title);
    out.writeAttribute("xmlUrl", base + new FeedKey(selection, FeedFormat.RSS).address());
    out.writeAttribute("htmlUrl", FeedPage.home(base, selection));
  }

  private static Selection ofKind(Kind kind) {
    return Selection.of(List.of(), Optional.of(kind), List.of());
  }

  private static Selection ofTopic(String slug) {
    return Selection.of(List.of(), Optional.empty(), List.of(slug));
  }
}
