package org.regionwire.feeds.formats;

import com.rometools.rome.feed.atom.Link;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Feed history in XML (RFC 5005 section 4 and appendix B). */
final class History {
  private static final Namespace HISTORY =
      Namespace.getNamespace("fh", "http://purl.org/syndication/history/1.0");

  private History() {}

  /** The feed's own link first. Nobody is told of changes in the archive. */
  static List<Link> links(FeedPage page) {
    String type = page.key().format().bareMediaType();
    var links = new ArrayList<Link>();
    links.add(AtomWriter.link("self", page.self(), type));
    var near = page.neighbours();
    near.current().ifPresent(a -> links.add(AtomWriter.link("current", a, type)));
    near.previous().ifPresent(a -> links.add(AtomWriter.link("prev-archive", a, type)));
    near.next().ifPresent(a -> links.add(AtomWriter.link("next-archive", a, type)));
    if (!near.archived()) {
      links.add(AtomWriter.link("hub", page.hub(), ""));
    }
    return links;
  }

  /**
   * Says that what this is about is a page of an archive.
   *
   * @param about the element that stands for the feed
   */
  static void mark(FeedPage page, Element about) {
    if (page.neighbours().archived()) {
      about.addContent(0, new Element("archive", HISTORY));
    }
  }
}
