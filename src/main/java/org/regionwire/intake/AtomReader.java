package org.regionwire.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * An Atom entry (RFC 4287 section 4.1.2), read as a stream and without document types, so that
 * neither entities nor nesting can cost more than the bytes received.
 */
final class AtomReader {
  private final XMLInputFactory streams = XMLInputFactory.newDefaultFactory();

  AtomReader() {
    streams.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    streams.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    streams.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    streams.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entities are not read");
        });
  }

  ObjectNode read(byte[] body) {
    Utf8.refuseWider(body);
    try {
      var xml = streams.createXMLStreamReader(new ByteArrayInputStream(body));
      return new AtomEntry(new XmlCursor(xml)).read();
    } catch (XMLStreamException e) {
      throw new Refused(400, "", "The XML is malformed" + place(e) + ": " + reason(e));
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
