package org.regionwire.intake.reading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.Words;

/**
 * An Atom entry (RFC 4287 section 4.1.2), read as a stream and without document types, so that
 * neither entities nor nesting can cost more than the bytes received.
 */
final class AtomReader {
  private static final Pattern NAMESPACE = Pattern.compile("xmlns", Pattern.LITERAL);
  private static final int MOST_NAMESPACES = 1_000;
  private static final String MOST_ATTRIBUTES = "200";

  private final XMLInputFactory streams = XMLInputFactory.newDefaultFactory();

  AtomReader() {
    streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    streams.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    streams.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    streams.setProperty(
        "http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", MOST_ATTRIBUTES);
    streams.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
  }

  ObjectNode read(byte[] body) {
    Utf8.refuseWider(body);
    refuseManyNamespaces(body);
    try {
      var xml = streams.createXMLStreamReader(new ByteArrayInputStream(body));
      return new AtomEntry(new XmlCursor(xml)).read();
    } catch (XMLStreamException e) {
      throw new Refused(400, "", "The XML is malformed" + place(e) + ": " + reason(e));
    }
  }

  /** The parser takes time by the square of their number. */
  private static void refuseManyNamespaces(byte[] body) {
    // every encoding left has ASCII in it as it is
    String ascii = new String(body, StandardCharsets.ISO_8859_1);
    if (NAMESPACE.matcher(ascii).results().limit(MOST_NAMESPACES + 1).count() > MOST_NAMESPACES) {
      var detail = "The XML declares more than %,d namespaces.";
      throw new Refused(400, "", Words.of(detail, MOST_NAMESPACES));
    }
  }

  private static String place(XMLStreamException e) {
    var at = e.getLocation();
    return at == null || at.getLineNumber() < 1
        ? ""
        : Words.of(" at line %d, column %d", at.getLineNumber(), at.getColumnNumber());
  }

  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    return Words.sentence(start < 0 ? message : message.substring(start + "Message: ".length()));
  }
}
