package org.regionwire.feeds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionWords;
import org.regionwire.region.Regions;
import org.regionwire.region.SelectionReader;
import org.regionwire.region.Topics;

/**
 * The addresses of feeds, both ways: {@code /feeds/{regions}.{rss|atom|json|ics}}, where {@code
 * regions} is {@code all} or slugs joined by {@code +}, and {@code !slug} leaves one out; with the
 * query keys {@code kind}, {@code topic}, {@code lang}, {@code q}, {@code bbox} and {@code
 * mentions}.
 */
public final class FeedAddresses {
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
      return decoded(address);
    } catch (IllegalArgumentException e) {
      return unknown(400, "", "the address has a percent sign that does not start an escape");
    }
  }

  private Asked decoded(String address) {
    int mark = address.indexOf('?');
    String path = mark < 0 ? address : address.substring(0, mark);
    String name = path.substring(FeedKey.ROOT.length());
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
    var key = new FeedKey(read.selection(), format.get());
    return key.address().equals(address) ? new Asked.Feed(key) : new Asked.Elsewhere(key);
  }

  private static Asked.Mistake mistake(SelectionReader.Mistake one) {
    return new Asked.Mistake("/" + one.parameter(), one.detail(), one.suggestions());
  }

  private static Asked unknown(int status, String pointer, String detail) {
    return new Asked.Unknown(status, List.of(new Asked.Mistake(pointer, detail, List.of())));
  }
}
