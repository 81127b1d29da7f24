package org.regionwire.feeds.formats;

import com.rometools.modules.atom.modules.AtomLinkModule;
import com.rometools.modules.atom.modules.AtomLinkModuleImpl;
import com.rometools.modules.mediarss.MediaEntryModuleImpl;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCModuleImpl;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Category;
import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Content;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Enclosure;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import java.net.URI;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.regionwire.feeds.entries.FeedEntry;
import org.regionwire.feeds.entries.Html;

/** RSS 2.0 after the RSS Board's Best Practices Profile. */
final class RssWriter implements FeedWriter {
  private static final int MINUTES_TO_LIVE = 15;

  /** What entries use. */
  private static final List<Namespace> NAMESPACES =
      List.of(
          Namespace.getNamespace("atom", AtomLinkModule.URI),
          Namespace.getNamespace("content", "http://purl.org/rss/1.0/modules/content/"),
          Namespace.getNamespace("dc", DCModule.URI),
          Namespace.getNamespace("media", MediaModule.URI),
          GeoRss.NAMESPACE);

  @Override
  public Sheet write(FeedPage page) {
    var channel = new Channel("rss_2.0");
    channel.setTitle(page.title());
    channel.setLink(page.home());
    channel.setDescription(page.description());
    channel.setGenerator(FeedPage.AUTHOR);
    if (!page.neighbours().archived()) {
      channel.setTtl(MINUTES_TO_LIVE);
    }
    page.updated().ifPresent(u -> channel.setLastBuildDate(Date.from(u)));
    page.language().ifPresent(channel::setLanguage);
    channel.setModules(List.of(links(History.links(page))));
    channel.setItems(page.entries().stream().map(RssWriter::item).toList());
    var document = Xml.document(channel);
    var about = document.getRootElement().getChild("channel");
    var items = about.getChildren("item");
    GeoRss.place(page, about, items);
    History.mark(page, about);
    return Xml.sheet(document, Xml.place(about, items, new Element("item")), NAMESPACES);
  }

  private static Item item(FeedEntry from) {
    var item = new Item();
    item.setTitle(from.title());
    item.setLink(from.link());
    item.setGuid(guid(from.id()));
    item.setPubDate(Date.from(from.published()));
    item.setCategories(from.categories().stream().map(RssWriter::category).toList());
    from.summary().ifPresent(s -> item.setDescription(description(s)));
    from.html().ifPresent(h -> item.setContent(content(h)));
    from.enclosures().stream().limit(1).forEach(e -> item.setEnclosures(List.of(enclosure(e))));
    item.setModules(modules(from));
    return item;
  }

  private static List<Module> modules(FeedEntry from) {
    var modules = new ArrayList<Module>();
    var dublinCore = new DCModuleImpl();
    dublinCore.setCreators(from.authors());
    from.language().ifPresent(dublinCore::setLanguage);
    modules.add(dublinCore);
    var links = new ArrayList<Link>();
    from.source().ifPresent(s -> links.add(AtomWriter.link("related", s, "")));
    modules.add(links(links));
    if (!from.enclosures().isEmpty()) {
      modules.add(media(from.enclosures()));
    }
    return modules;
  }

  private static Module links(List<Link> links) {
    var module = new AtomLinkModuleImpl();
    module.setLinks(links);
    return module;
  }

  /** The profile wants one enclosure an item; every file is named here. */
  private static Module media(List<FeedEntry.Enclosure> enclosures) {
    var module = new MediaEntryModuleImpl();
    module.setMediaContents(
        enclosures.stream().map(RssWriter::mediaContent).toArray(MediaContent[]::new));
    return module;
  }

  private static MediaContent mediaContent(FeedEntry.Enclosure from) {
    var content = new MediaContent(new UrlReference(URI.create(from.url())));
    content.setType(from.type());
    if (from.isImage()) {
      content.setMedium("image");
    }
    from.length().ifPresent(content::setFileSize);
    return content;
  }

  private static Guid guid(String id) {
    var guid = new Guid();
    guid.setPermaLink(false);
    guid.setValue(id);
    return guid;
  }

  private static Category category(FeedEntry.Category from) {
    var category = new Category();
    category.setDomain(from.scheme());
    category.setValue(from.term());
    return category;
  }

  /** HTML by the profile, so plain text is escaped once more. */
  private static Description description(String text) {
    var description = new Description();
    description.setValue(Html.escape(text));
    return description;
  }

  private static Content content(String html) {
    var content = new Content();
    content.setType("html");
    content.setValue(html);
    return content;
  }

  /** The length must be there; the profile says 0 where it is not known. */
  private static Enclosure enclosure(FeedEntry.Enclosure from) {
    var enclosure = new Enclosure();
    enclosure.setUrl(from.url());
    enclosure.setType(from.type());
    enclosure.setLength(from.length().orElse(0));
    return enclosure;
  }
}
