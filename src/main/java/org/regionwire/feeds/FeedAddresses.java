package org.regionwire.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionWords;
import org.regionwire.region.Regions;
import org.regionwire.region.SelectionReader;
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

  private final SelectionReader reader;
  private final FeedTitles titles;

  public FeedAddresses(Regions regions, Topics topics) {
    this.reader = new SelectionReader(regions, topics);
    this.titles = new FeedTitles(regions, topics);
  }

  /** The feeds of a selection, one for each format. */
  public List<FeedLink> of(Selection selection) {
    return Arrays.stream(FeedFormat.values())
        .map(format -> link(new FeedKey(selection, format)))
        .toList();
  }

  /** What it is about, without the name of the wire. */
  public String subject(FeedKey key) {
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
    var asked = find(address);
    return asked instanceof Asked.Feed feed && !feed.key().address().equals(address)
        ? new Asked.Elsewhere(feed.key().address())
        : asked;
  }

  private Asked page(Matcher page, String address) {
    var asked = find(FeedKey.ROOT + page.group("feed") + page.group("rest"));
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
  public static Asked.Unknown noPage(FeedKey feed) {
    String detail = "there is no such page: begin at " + feed.address() + " and follow its links";
    return unknown(404, "/archive", detail);
  }

  private Asked find(String address) {
    int mark = address.indexOf('?');
    String path = mark < 0 ? address : address.substring(0, mark);
    String name = path.startsWith(FeedKey.ROOT) ? path.substring(FeedKey.ROOT.length()) : "";
    int dot = name.lastIndexOf('.');
    String names = dot < 0 ? name : name.substring(0, dot);
    var words = SelectionWords.of(names, mark < 0 ? "" : address.substring(mark + 1));
    var format =
        FeedFormat.ofExtension(dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT));
    if (format.isEmpty()) {
      return unknown(
          404,
          "/format",
          "a feed's address ends in one of " + FeedFormat.extensions() + ", such as all.rss");
    }
    var read = reader.read(words);
    var mistakes = new ArrayList<Asked.Mistake>();
    if (names.replaceAll("\\+|%20|%2B", "").isBlank()) {
      mistakes.add(
          new Asked.Mistake("/regions", "are missing: name some, or ask for all", List.of()));
    }
    read.mistakes().forEach(one -> mistakes.add(mistake(one)));
    if (!mistakes.isEmpty()) {
      boolean onlyUnknown =
          mistakes.size()
              == read.mistakes().stream().filter(SelectionReader.Mistake::unknown).count();
      return new Asked.Unknown(onlyUnknown ? 404 : 400, mistakes);
    }
    return new Asked.Feed(new FeedKey(read.selection(), format.get()));
  }

  private static Asked.Mistake mistake(SelectionReader.Mistake one) {
    return new Asked.Mistake("/" + one.parameter(), one.detail(), one.suggestions());
  }

  private static Asked.Unknown unknown(int status, String pointer, String detail) {
    return new Asked.Unknown(status, List.of(new Asked.Mistake(pointer, detail, List.of())));
  }
}
