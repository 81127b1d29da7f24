package org.regionwire.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/**
 * The addresses of feeds, both ways: {@code /feeds/{regions}.{rss|atom|json}}, where {@code
 * regions} is {@code all} or slugs joined by {@code +}, with the query keys {@code kind} and {@code
 * topic}.
 */
public final class FeedAddresses {
  private final Regions regions;
  private final Topics topics;
  private final FeedTitles titles;

  public FeedAddresses(Regions regions, Topics topics) {
    this.regions = regions;
    this.topics = topics;
    this.titles = new FeedTitles(regions, topics);
  }

  /** The feeds of a selection, one for each format. */
  public List<FeedLink> of(Selection selection) {
    return Arrays.stream(FeedFormat.values())
        .map(format -> link(new FeedKey(selection, format)))
        .toList();
  }

  private FeedLink link(FeedKey key) {
    return new FeedLink(
        key.format(), titles.of(key.selection()), key.address(), key.format().bareMediaType());
  }

  /**
   * What is asked for by a path and query as they came, escapes and all.
   *
   * @param address starts with {@code /feeds/}
   */
  public Asked read(String address) {
    try {
      return read(AddressParts.of(address), address);
    } catch (IllegalArgumentException e) {
      return unknown(400, "", "the address has a percent sign that does not start an escape");
    }
  }

  private Asked read(AddressParts parts, String address) {
    var format = FeedFormat.ofExtension(parts.extension());
    if (format.isEmpty()) {
      return unknown(
          404,
          "/format",
          "a feed's address ends in one of " + FeedFormat.extensions() + ", such as all.rss");
    }
    var bad = new ArrayList<>(parts.mistakes());
    var kind = kind(parts, bad);
    if (!bad.isEmpty()) {
      return new Asked.Unknown(400, bad);
    }
    var regionSlugs = regions(parts, bad);
    var topicSlugs = topics(parts, bad);
    if (!bad.isEmpty()) {
      return new Asked.Unknown(404, bad);
    }
    var key = new FeedKey(Selection.of(regionSlugs, kind, topicSlugs), format.get());
    return key.address().equals(address) ? new Asked.Feed(key) : new Asked.Elsewhere(key);
  }

  private static Optional<Kind> kind(AddressParts parts, List<Asked.Mistake> bad) {
    if (parts.kinds().size() > 1) {
      bad.add(mistake("/kind", "can be given once; leave it out to get news and events"));
    }
    var kind = parts.kinds().stream().findFirst();
    var known = kind.flatMap(Kind::of);
    if (kind.isPresent() && known.isEmpty()) {
      bad.add(
          new Asked.Mistake(
              "/kind", "is news or event, not \"" + kind.get() + "\"", List.of("news", "event")));
    }
    return known;
  }

  private List<String> regions(AddressParts parts, List<Asked.Mistake> bad) {
    var slugs = new ArrayList<String>();
    for (String word : parts.regions()) {
      regions
          .resolve(word)
          .map(Region::slug)
          .ifPresentOrElse(
              slugs::add,
              () -> bad.add(unknownWord("/regions", "region", word, regions.suggestions(word))));
    }
    return slugs;
  }

  private List<String> topics(AddressParts parts, List<Asked.Mistake> bad) {
    var slugs = new ArrayList<String>();
    for (String word : parts.topics()) {
      topics
          .bySlug(word)
          .map(Topics.Topic::slug)
          .ifPresentOrElse(
              slugs::add,
              () -> bad.add(unknownWord("/topic", "topic", word, topics.suggestions(word))));
    }
    return slugs;
  }

  private static Asked.Mistake unknownWord(
      String pointer, String what, String word, List<String> suggestions) {
    String perhaps = suggestions.isEmpty() ? "" : "; perhaps " + String.join(" or ", suggestions);
    String detail = String.format(Locale.ROOT, "there is no %s \"%s\"%s", what, word, perhaps);
    return new Asked.Mistake(pointer, detail, suggestions);
  }

  private static Asked unknown(int status, String pointer, String detail) {
    return new Asked.Unknown(status, List.of(mistake(pointer, detail)));
  }

  private static Asked.Mistake mistake(String pointer, String detail) {
    return new Asked.Mistake(pointer, detail, List.of());
  }
}
