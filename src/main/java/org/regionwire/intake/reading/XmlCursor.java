package org.regionwire.intake.reading;

import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.regionwire.intake.Limits;
import org.regionwire.intake.Refused;

/** Moves through XML, refusing document types and deep nesting as they come. */
final class XmlCursor {
  private final XMLStreamReader xml;
  private int depth;

  XmlCursor(XMLStreamReader xml) {
    this.xml = xml;
  }

  /** Moves to the next start of an element in the present one; false at its end. */
  boolean nextChild() throws XMLStreamException {
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
      if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
        return false;
      }
    }
  }

  /** Makes sure that nothing is wrong with the rest. */
  void finish() throws XMLStreamException {
    while (xml.hasNext()) {
      next();
    }
  }

  /** Moves to the end of the present element. */
  void skip() throws XMLStreamException {
    text();
  }

  /** All character data in the present element; moves to its end. */
  String text() throws XMLStreamException {
    var text = new StringBuilder();
    int outside = depth - 1;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT && depth == outside) {
        return text.toString();
      }
      if (isText(event)) {
        text.append(xml.getText());
      }
    }
  }

  /** What is in the present element, as HTML; moves to its end. */
  String html() throws XMLStreamException {
    var html = new HtmlMarkup();
    int outside = depth - 1;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.END_ELEMENT && depth == outside) {
        return html.toString();
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        html.start(xml);
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        html.end(xml.getLocalName());
      } else if (isText(event)) {
        html.text(xml.getText());
      }
    }
  }

  String name() {
    return xml.getLocalName();
  }

  boolean isIn(String namespace) {
    return namespace.equals(xml.getNamespaceURI());
  }

  Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue("", name))
        .or(() -> Optional.ofNullable(xml.getAttributeValue(null, name)));
  }

  Optional<String> language() {
    return Optional.ofNullable(xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang"));
  }

  private int next() throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD) {
      throw new Refused(400, "", "The XML has a DOCTYPE; send it without one.");
    }
    if (event == XMLStreamConstants.START_ELEMENT && ++depth > Limits.DEPTH) {
      throw new Refused(400, "", "The XML is nested more than " + Limits.DEPTH + " deep.");
    }
    if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    return event;
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }
}
