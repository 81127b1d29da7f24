package org.regionwire.pages.items;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regionwire.news.Attachment;
import org.regionwire.news.Image;
import org.regionwire.news.NewsItem;
import org.regionwire.news.PublishedItem;
import org.regionwire.pages.regions.RegionLinks;
import org.regionwire.pages.site.Link;
import org.regionwire.region.Topics;

/** Gathers what the page of one item shows. */
public final class ItemPages {
  private final RegionLinks links;
  private final Topics topics;
  private final Teasers teasers;
  private final Clock clock;

  public ItemPages(RegionLinks links, Topics topics, Teasers teasers, Clock clock) {
    this.links = links;
    this.topics = topics;
    this.teasers = teasers;
    this.clock = clock;
  }

  public ItemPage of(PublishedItem published, List<PublishedItem> revisions) {
    NewsItem item = published.item();
    ZoneId zone = teasers.zone(published).orElse(ZoneOffset.UTC);
    return new ItemPage(
        item.title(),
        item.language(),
        item.language().flatMap(ItemPages::foreign),
        item.summary().filter(summary -> !summary.isBlank()),
        item.content().filter(content -> !content.isBlank()),
        item.author(),
        item.organisation(),
        item.link().flatMap(ItemPages::source),
        Moment.of(published.published(), zone),
        Optional.of(published)
            .filter(it -> it.revision() > 1 && it.updated().isAfter(it.published()))
            .map(it -> Moment.of(it.updated(), zone)),
        published.correction().map(c -> new ItemPage.Notice(c.note(), Moment.of(c.at(), zone))),
        item.expires().filter(end -> !end.isAfter(clock.instant())).isPresent(),
        teasers.occasion(published),
        "/items/" + item.id() + ".ics",
        item.image().flatMap(ItemPages::picture),
        item.attachments().stream().flatMap(ItemPages::file).toList(),
        links.about(published),
        links.evidence(published),
        item.topics().stream().map(this::topic).toList(),
        History.of(revisions, zone));
  }

  private Link topic(String slug) {
    String name = topics.bySlug(slug).map(Topics.Topic::name).orElse(slug);
    return new Link("/feeds/all.rss?topic=" + slug, name);
  }

  private static Optional<String> foreign(String language) {
    var locale = Locale.forLanguageTag(language);
    return Optional.of(locale.getDisplayLanguage(Locale.ENGLISH))
        .filter(name -> !name.isEmpty() && !locale.getLanguage().equals("en"));
  }

  private static Optional<Link> source(URI uri) {
    return Occasion.webAddress(uri)
        .map(href -> new Link(href, Optional.ofNullable(uri.getHost()).orElse(href)));
  }

  private static Optional<Link> picture(Image image) {
    return Occasion.webAddress(image.url()).map(href -> new Link(href, image.alt().orElse("")));
  }

  private static Stream<ItemPage.File> file(Attachment attachment) {
    return Occasion.webAddress(attachment.url()).stream()
        .map(href -> new ItemPage.File(new Link(href, name(attachment)), about(attachment)));
  }

  private static String name(Attachment attachment) {
    String path = Optional.ofNullable(attachment.url().getPath()).orElse("");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return attachment.title().orElse(last.isEmpty() ? attachment.url().toString() : last);
  }

  private static String about(Attachment attachment) {
    return Stream.of(attachment.type(), size(attachment.length()))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> size(OptionalLong bytes) {
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    double kilobytes = bytes.getAsLong() / 1000.0;
    return Optional.of(
        kilobytes < 1000
            ? String.format(Locale.ROOT, "%.0f kB", Math.max(1, kilobytes))
            : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1000));
  }
}
