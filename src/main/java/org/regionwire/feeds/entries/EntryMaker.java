package org.regionwire.feeds.entries;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.regionwire.feeds.FeedTitles;
import org.regionwire.feeds.entries.FeedEntry.Category;
import org.regionwire.feeds.entries.FeedEntry.Enclosure;
import org.regionwire.news.Attachment;
import org.regionwire.news.Excerpt;
import org.regionwire.news.Image;
import org.regionwire.news.NewsItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.region.PlainText;

/** From a published item to what feeds show of it. */
public final class EntryMaker {
  private static final int BEGINNING = 320;
  private static final String BYTES = "application/octet-stream";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("avif", "image/avif"),
          Map.entry("gif", "image/gif"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("webp", "image/webp"),
          Map.entry("pdf", "application/pdf"),
          Map.entry("ics", "text/calendar"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("mp4", "video/mp4"));

  private final String base;
  private final FeedTitles titles;

  public EntryMaker(String base, FeedTitles titles) {
    this.base = base;
    this.titles = titles;
  }

  public FeedEntry entry(PublishedItem published) {
    var item = published.item();
    var html = html(published);
    return new FeedEntry(
        item.id().tag(),
        base + "/items/" + item.id(),
        item.link().map(URI::toASCIIString),
        item.title(),
        published.published(),
        published.updated(),
        summary(published, html),
        html,
        authors(item),
        categories(published),
        item.language(),
        item.image().map(i -> i.url().toASCIIString()),
        enclosures(item),
        published.event(),
        published.enriched().inferred().isPresent(),
        published.enriched().point());
  }

  /** Its beginning, if its sender wrote none: RSS wants one wherever there is content. */
  private static Optional<String> summary(PublishedItem published, Optional<String> html) {
    return CorrectionWords.before(published)
        .or(() -> published.item().content().or(() -> html).map(EntryMaker::beginning))
        .filter(text -> !text.isEmpty());
  }

  private static String beginning(String html) {
    return Excerpt.of(PlainText.of(html), BEGINNING);
  }

  private static Optional<String> html(PublishedItem published) {
    var item = published.item();
    String when = EventWords.paragraph(published);
    String body =
        item.content()
            .or(() -> item.summary().map(Html::paragraph))
            .filter(html -> !html.isBlank())
            .orElse("");
    String mended = published.correction().map(CorrectionWords::paragraph).orElse("");
    return Optional.of(mended + when + body).filter(html -> !html.isEmpty());
  }

  private static List<String> authors(NewsItem item) {
    return Stream.of(item.author(), item.organisation())
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private List<Category> categories(PublishedItem published) {
    var item = published.item();
    var categories = new ArrayList<Category>();
    categories.add(
        new Category(Category.KIND, published.kind().word(), titles.kindName(published.kind())));
    for (String slug : item.topics()) {
      categories.add(new Category(Category.TOPIC, slug, titles.topicName(slug)));
    }
    for (String slug : published.enriched().regionSlugs()) {
      categories.add(new Category(Category.REGION, slug, titles.regionName(slug)));
    }
    return List.copyOf(categories);
  }

  private static List<Enclosure> enclosures(NewsItem item) {
    return Stream.concat(
            item.attachments().stream().map(EntryMaker::enclosure),
            item.image().stream().map(EntryMaker::enclosure))
        .toList();
  }

  private static Enclosure enclosure(Attachment file) {
    return new Enclosure(
        file.url().toASCIIString(),
        file.type().orElseGet(() -> guess(file.url(), BYTES)),
        // no file is empty: who says so does not know, and ROME leaves it out
        file.length().orElse(0) > 0 ? file.length() : OptionalLong.empty(),
        file.title());
  }

  private static Enclosure enclosure(Image image) {
    return new Enclosure(
        image.url().toASCIIString(),
        guess(image.url(), "image/jpeg"),
        OptionalLong.empty(),
        image.alt().filter(alt -> !alt.isBlank()));
  }

  private static String guess(URI address, String otherwise) {
    String path = Optional.ofNullable(address.getPath()).orElse("");
    String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TYPES.getOrDefault(extension, otherwise);
  }
}
