package org.regionwire.feeds.formats;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.output.Format;
import org.jdom2.output.support.AbstractXMLOutputProcessor;
import org.jdom2.output.support.FormatStack;
import org.jdom2.util.NamespaceStack;

/** From ROME's feed to a document, and from that to UTF-8 bytes. */
final class Xml {
  private Xml() {}

  static Document document(WireFeed feed) {
    try {
      return new WireFeedOutput().outputJDom(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("a feed we made lacks what ROME asks for", e);
    }
  }

  /**
   * Marks where entries begin, if there are any.
   *
   * @param entries what there is in {@code about}
   * @param place named as they are
   * @return {@code place}
   */
  static Element place(Element about, List<Element> entries, Element place) {
    about.addContent(GeoRss.before(about, entries), place);
    return place;
  }

  /**
   * As it is, because indenting would change the text.
   *
   * @param place is not written
   * @param used the namespaces of entries: declared at the root whether or not any uses them, so
   *     that entries declare none and are the same on every page
   */
  static Sheet sheet(Document document, Element place, List<Namespace> used) {
    var root = document.getRootElement();
    used.forEach(root::removeNamespaceDeclaration);
    used.forEach(root::addNamespaceDeclaration);
    var bytes = new Sheet.Writing(1 << 17);
    var out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    try {
      new Printer(place, bytes).process(out, Format.getRawFormat().setEncoding("UTF-8"), document);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.sheet("");
  }

  /** Tells where entries are. */
  private static final class Printer extends AbstractXMLOutputProcessor {
    private final Element place;
    private final Sheet.Writing bytes;

    Printer(Element place, Sheet.Writing bytes) {
      this.place = place;
      this.bytes = bytes;
    }

    @Override
    protected void printElement(
        Writer out, FormatStack format, NamespaceStack namespaces, Element element)
        throws IOException {
      if (element.equals(place)) {
        out.flush();
        bytes.entriesBegin();
        return;
      }
      super.printElement(out, format, namespaces, element);
      if (isEntry(element)) {
        out.flush();
        bytes.entryEnds();
      }
    }

    private boolean isEntry(Element element) {
      return element.getName().equals(place.getName())
          && element.getParentElement().equals(place.getParentElement());
    }
  }
}
