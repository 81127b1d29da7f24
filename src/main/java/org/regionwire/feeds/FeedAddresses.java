package org.regionwire.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regionwire.news.Selection;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/**
 * The addresses of feeds, both ways: {@code /feeds/{regions}.{rss|atom|json|ics}}, where {@code
 * regions} is {@code all} or slugs joined by {@code +}, and {@code !slug} leaves one out; with the
 * query keys {@code kind}, {@code topic}, {@code lang}, {@code q}, {@code bbox} and {@code
 * mentions}; and of the pages of their archives, {@code /feeds/{regions}/archive/{span}.…}.
 */
public final class FeedAddresses {
  private static final Pattern PAGE =
      Pattern.compile("/feeds/(?<feed>[^/?]+)/archive/(?<span>[^/?.]+)(?<rest>\\.[^/?]*(\\?.*)?)");

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

  /** What it is about, without the name of the wire. */
  String subject(FeedKey key) {
    return titles.describe(key.selection());
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
      var page = PAGE.matcher(address);
      return page.matches() ? page(page, address) : feed(address);
    } catch (IllegalArgumentException e) {
      return unknown(400, "", "the address has a percent sign that does not start an escape");
    }
  }

  private Asked feed(String address) {
    var asked = find(AddressParts.of(address));
    return asked instanceof Asked.Feed feed && !feed.key().address().equals(address)
        ? new Asked.Elsewhere(feed.key().address())
        : asked;
  }

  private Asked page(Matcher page, String address) {
    var asked = find(AddressParts.of(FeedKey.ROOT + page.group("feed") + page.group("rest")));
    if (!(asked instanceof Asked.Feed feed)) {
      return asked;
    }
    var span = Span.read(page.group("span"));
    if (span.isEmpty() || !ArchiveKey.FORMATS.contains(feed.key().format())) {
      return noPage(feed.key());
    }
    var key = new ArchiveKey(feed.key(), span.get());
    return key.address().equals(address) ? new Asked.Page(key) : new Asked.Elsewhere(key.address());
  }

  /** Of a page that is not, or not yet. */
  static Asked.Unknown noPage(FeedKey feed) {
    String detail = "there is no such page: begin at " + feed.address() + " and follow its links";
    return unknown(404, "/archive", detail);
  }

  private Asked find(AddressParts parts) {
    var format = FeedFormat.ofExtension(parts.extension());
    if (format.isEmpty()) {
      return unknown(
          404,
          "/format",
          "a feed's address ends in one of " + FeedFormat.extensions() + ", such as all.rss");
    }
    var words = new AddressWords(parts);
    var unknown = new ArrayList<Asked.Mistake>();
    var wanted = regions(parts.regions(), unknown);
    var without = regions(parts.without(), unknown);
    var subjects = topics(parts, unknown);
    var selection =
        Selection.of(wanted, words.kind(), subjects)
            .except(without)
            .in(words.languages())
            .saying(words.search())
            .mentioning(words.mentions())
            .within(words.box());
    words.contradiction(selection);
    if (!words.mistakes().isEmpty() || !unknown.isEmpty()) {
      int status = words.mistakes().isEmpty() ? 404 : 400;
      unknown.addAll(0, words.mistakes());
      return new Asked.Unknown(status, unknown);
    }
    return new Asked.Feed(new FeedKey(selection, format.get()));
  }

  private List<String> regions(Collection<String> names, List<Asked.Mistake> bad) {
    var slugs = new ArrayList<String>();
    for (String name : names) {
      regions
          .resolve(name)
          .map(Region::slug)
          .ifPresentOrElse(
              slugs::add,
              () -> bad.add(unknownWord("/regions", "region", name, regions.suggestions(name))));
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

  private static Asked.Unknown unknown(int status, String pointer, String detail) {
    return new Asked.Unknown(status, List.of(new Asked.Mistake(pointer, detail, List.of())));
  }
}
