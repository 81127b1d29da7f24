package org.regionwire.feeds.formats;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Generator;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.feed.synd.SyndPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.regionwire.feeds.entries.FeedEntry;
import org.regionwire.feeds.entries.Tombstone;

/** Atom 1.0 (RFC 4287), with tombstones (RFC 6721). */
final class AtomWriter implements FeedWriter {
  private static final Namespace TOMBSTONES =
      Namespace.getNamespace("at", "http://purl.org/atompub/tombstones/1.0");

  /** Of a feed that never had anything: the day from which our tags are. */
  private static final Instant BEFORE_ALL = Instant.parse("2026-01-01T00:00:00Z");

  @Override
  public Sheet write(FeedPage page) {
    var feed = new Feed("atom_1.0");
    feed.setId(page.key().tag());
    feed.setTitleEx(content("text", page.title()));
    feed.setSubtitle(content("text", page.description()));
    feed.setUpdated(Date.from(page.updated().orElse(BEFORE_ALL)));
    feed.setGenerator(generator(page));
    feed.setAuthors(List.of(author(page)));
    feed.setAlternateLinks(List.of(link("alternate", page.home(), "text/html")));
    feed.setOtherLinks(History.links(page));
    feed.setEntries(page.entries().stream().map(AtomWriter::entry).toList());
    var document = Xml.document(feed);
    tellLanguages(document, page.entries());
    var root = document.getRootElement();
    tellMoments(root, page);
    var entries = root.getChildren("entry", root.getNamespace());
    GeoRss.place(page, root, entries);
    History.mark(page, root);
    var place = Xml.place(root, entries, new Element("entry", root.getNamespace()));
    page.tombstones().forEach(one -> root.addContent(tombstone(one)));
    return Xml.sheet(document, place, List.of(GeoRss.NAMESPACE));
  }

  private static Entry entry(FeedEntry from) {
    var entry = new Entry();
    entry.setId(from.id());
    entry.setTitleEx(content("text", from.title()));
    entry.setPublished(Date.from(from.published()));
    entry.setUpdated(Date.from(from.updated()));
    entry.setAlternateLinks(List.of(link("alternate", from.link(), "text/html")));
    entry.setOtherLinks(otherLinks(from));
    entry.setAuthors(from.authors().stream().map(AtomWriter::person).toList());
    entry.setCategories(from.categories().stream().map(AtomWriter::category).toList());
    from.summary().ifPresent(s -> entry.setSummary(content("text", s)));
    var text = from.html().map(h -> content("html", h));
    entry.setContents(List.of(text.orElseGet(() -> content("text", from.title()))));
    return entry;
  }

  private static List<Link> otherLinks(FeedEntry from) {
    var links = new ArrayList<Link>();
    from.source().ifPresent(s -> links.add(link("related", s, "")));
    for (var enclosure : from.enclosures()) {
      var link = link("enclosure", enclosure.url(), enclosure.type());
      enclosure.length().ifPresent(link::setLength);
      enclosure.title().ifPresent(link::setTitle);
      links.add(link);
    }
    return links;
  }

  /** ROME has no place for xml:lang; an entry without one is in a language we do not know. */
  private static void tellLanguages(Document document, List<FeedEntry> entries) {
    var root = document.getRootElement();
    var atom = root.getNamespace();
    for (String ours : List.of("title", "subtitle")) {
      root.getChild(ours, atom).setAttribute("lang", "en", Namespace.XML_NAMESPACE);
    }
    List<Element> elements = root.getChildren("entry", atom);
    for (int i = 0; i < entries.size(); i++) {
      var element = elements.get(i);
      entries
          .get(i)
          .language()
          .ifPresent(l -> element.setAttribute("lang", l, Namespace.XML_NAMESPACE));
    }
  }

  /** ROME writes whole seconds; what comes in one second was not all changed at one moment. */
  private static void tellMoments(Element root, FeedPage page) {
    page.updated().ifPresent(at -> tellMoment(root, at));
    List<Element> elements = root.getChildren("entry", root.getNamespace());
    for (int i = 0; i < elements.size(); i++) {
      tellMoment(elements.get(i), page.entries().get(i).updated());
    }
  }

  private static void tellMoment(Element of, Instant updated) {
    of.getChild("updated", of.getNamespace()).setText(updated.toString());
  }

  /** RFC 6721 section 3. */
  private static Element tombstone(Tombstone from) {
    var element = new Element("deleted-entry", TOMBSTONES);
    element.setAttribute("ref", from.id());
    element.setAttribute("when", from.when().toString());
    from.reason().ifPresent(r -> element.addContent(new Element("comment", TOMBSTONES).setText(r)));
    return element;
  }

  static Link link(String rel, String href, String type) {
    var link = new Link();
    link.setRel(rel);
    link.setHref(href);
    if (!type.isEmpty()) {
      link.setType(type);
    }
    return link;
  }

  private static Generator generator(FeedPage page) {
    var generator = new Generator();
    generator.setValue(FeedPage.AUTHOR);
    generator.setUrl(page.site());
    return generator;
  }

  private static SyndPerson author(FeedPage page) {
    var person = new Person();
    person.setName(FeedPage.AUTHOR);
    person.setUri(page.site());
    return person;
  }

  private static SyndPerson person(String name) {
    var person = new Person();
    person.setName(name);
    return person;
  }

  private static Category category(FeedEntry.Category from) {
    var category = new Category();
    category.setScheme(from.scheme());
    category.setTerm(from.term());
    category.setLabel(from.label());
    return category;
  }

  private static Content content(String type, String value) {
    var content = new Content();
    content.setType(type);
    content.setValue(value);
    return content;
  }
}
