package org.regionwire.feeds;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/** What a selection is called, in feeds, on pages and in letters alike. */
public final class FeedTitles {
  private static final String WIRE = "Regionwire";

  private final Regions regions;
  private final Topics topics;

  public FeedTitles(Regions regions, Topics topics) {
    this.regions = regions;
    this.topics = topics;
  }

  /** {@code Regionwire – Malmö, Oslo – events – ICT}. */
  public String of(Selection selection) {
    return WIRE + " – " + describe(selection);
  }

  /** The same without the name of the wire: {@code all regions – news}. */
  public String describe(Selection selection) {
    String where =
        selection.regions().isEmpty() ? "all regions" : join(selection.regions(), this::regionName);
    String kind = selection.kind().map(k -> " – " + plural(k)).orElse("");
    String about =
        selection.topics().isEmpty() ? "" : " – " + join(selection.topics(), this::topicName);
    return where + kind + about;
  }

  String regionName(String slug) {
    return regions.bySlug(slug).map(Region::name).orElse(slug);
  }

  String kindName(Kind kind) {
    return kind == Kind.EVENT ? "Event" : "News";
  }

  String topicName(String slug) {
    return topics.bySlug(slug).map(Topics.Topic::name).orElse(slug);
  }

  private static String plural(Kind kind) {
    return kind == Kind.EVENT ? "events" : "news";
  }

  private static String join(Collection<String> slugs, Function<String, String> name) {
    return slugs.stream().map(name).collect(Collectors.joining(", "));
  }
}
