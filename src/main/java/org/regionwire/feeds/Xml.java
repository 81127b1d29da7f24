package org.regionwire.feeds;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

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

  /** As it is: indenting would change the text. */
  static byte[] bytes(Document document) {
    var bytes = new ByteArrayOutputStream(1 << 17);
    try {
      new XMLOutputter(Format.getRawFormat().setEncoding("UTF-8")).output(document, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }
}
