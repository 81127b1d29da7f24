package org.regionwire.intake.reading;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.regionwire.intake.text.SafeHtml;

/** Writes XHTML elements as HTML, in which some have no end and none is closed by its start. */
final class HtmlMarkup {
  private static final Set<String> VOID =
      Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr");

  private final StringBuilder html = new StringBuilder();

  void start(XMLStreamReader xml) {
    html.append('<').append(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String value = SafeHtml.escaped(xml.getAttributeValue(i)).replace("\"", "&quot;");
      html.append(' ').append(xml.getAttributeLocalName(i)).append("=\"").append(value).append('"');
    }
    html.append('>');
  }

  void text(String text) {
    html.append(SafeHtml.escaped(text));
  }

  void end(String name) {
    if (!VOID.contains(name)) {
      html.append("</").append(name).append('>');
    }
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
