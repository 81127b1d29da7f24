package org.regionwire.intake.reading;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.regionwire.intake.Refused;
import org.regionwire.intake.text.SafeHtml;

/**
 * One Atom entry as the JSON form, or a tombstone (RFC 6721 section 3) as its withdrawal. Elements
 * of other namespaces, and those the wire has no use for, are passed over.
 */
final class AtomEntry {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

  private final XmlCursor xml;
  private final ObjectNode item = JsonNodeFactory.instance.objectNode();

  AtomEntry(XmlCursor xml) {
    this.xml = xml;
  }

  ObjectNode read() throws XMLStreamException {
    boolean root = xml.nextChild();
    if (root && xml.isIn(ATOM) && xml.name().equals("entry")) {
      entry();
    } else if (root && xml.isIn(TOMBSTONES) && xml.name().equals("deleted-entry")) {
      tombstone();
    } else {
      throw new Refused(
          400,
          "",
          "The XML is not an Atom entry; its root must be entry in %s, or deleted-entry in %s to withdraw one"
              .formatted(ATOM, TOMBSTONES));
    }
    xml.finish();
    return item;
  }

  private void entry() throws XMLStreamException {
    xml.language().ifPresent(language -> item.put("language", language));
    while (xml.nextChild()) {
      if (xml.isIn(ATOM)) {
        child();
      } else {
        xml.skip();
      }
    }
  }

  /** Its comment is the reason. */
  private void tombstone() throws XMLStreamException {
    item.put("withdraw", true);
    xml.attribute("ref").ifPresent(ref -> item.put("id", ref));
    while (xml.nextChild()) {
      if (xml.isIn(TOMBSTONES) && xml.name().equals("comment")) {
        first("reason", plainText());
      } else {
        xml.skip();
      }
    }
  }

  private void child() throws XMLStreamException {
    switch (xml.name()) {
      case "id" -> first("id", xml.text());
      case "title" -> first("title", plainText());
      case "summary" -> first("summary", plainText());
      case "content" -> content();
      case "published" -> first("published", xml.text());
      case "author" -> author();
      case "link" -> link();
      case "category" -> category();
      default -> xml.skip();
    }
  }

  private void first(String field, String value) {
    if (!item.has(field)) {
      item.put(field, value);
    }
  }

  private String type() {
    return xml.attribute("type").orElse("text");
  }

  private String plainText() throws XMLStreamException {
    return switch (type()) {
      case "html" -> PlainText.of(xml.text());
      case "xhtml" -> PlainText.of(xml.html());
      default -> xml.text();
    };
  }

  private void content() throws XMLStreamException {
    if (xml.attribute("src").isPresent()) {
      throw new Refused(400, "/content", "lies elsewhere (src); send it in the entry");
    }
    switch (type()) {
      case "html", "text/html" -> first("content", markup(xml.text()));
      case "xhtml" -> first("content", markup(xml.html()));
      case "text", "text/plain" -> first("content", SafeHtml.paragraphs(xml.text()));
      default -> throw new Refused(400, "/content", "has a type other than text, html and xhtml");
    }
  }

  /** Without a tag it would be taken for plain text, and its entities for words. */
  private static String markup(String html) {
    return SafeHtml.holdsTags(html) || html.isBlank() ? html : "<p>" + html + "</p>";
  }

  private void author() throws XMLStreamException {
    while (xml.nextChild()) {
      if (xml.name().equals("name") && !item.has("author")) {
        item.putObject("author").put("name", xml.text());
      } else {
        xml.skip();
      }
    }
  }

  private void link() throws XMLStreamException {
    String address = xml.attribute("href").orElse("");
    switch (xml.attribute("rel").orElse("alternate")) {
      case "alternate" -> first("link", address);
      case "enclosure" -> attachment(address);
      default -> {}
    }
    xml.skip();
  }

  private void attachment(String address) {
    ObjectNode file = item.withArray("/attachments").addObject().put("url", address);
    xml.attribute("type").ifPresent(type -> file.put("type", type));
    xml.attribute("title").ifPresent(title -> file.put("title", title));
    xml.attribute("length")
        .filter(length -> BYTES.matcher(length).matches())
        .ifPresent(length -> file.put("length", Long.parseLong(length)));
  }

  private void category() throws XMLStreamException {
    String scheme = xml.attribute("scheme").orElse("topics").replaceFirst("[/#]$", "");
    String term = xml.attribute("term").orElse("");
    if (scheme.endsWith("topics")) {
      item.withArray("/topics").add(term);
    } else if (scheme.endsWith("regions")) {
      item.withArray("/regions").add(term);
    } else if (scheme.endsWith("kind")) {
      first("kind", term);
    }
    xml.skip();
  }
}
