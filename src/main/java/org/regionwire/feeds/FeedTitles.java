package org.regionwire.feeds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regionwire.news.BoxWords;
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

  /** {@code Regionwire – Malmö, Oslo – events – ICT – in Swedish – about “harbour”}. */
  public String of(Selection selection) {
    return WIRE + " – " + describe(selection);
  }

  /** The same without the name of the wire: {@code all regions without Oslo – news}. */
  public String describe(Selection selection) {
    var parts = new ArrayList<String>();
    parts.add(where(selection));
    selection.kind().ifPresent(kind -> parts.add(plural(kind)));
    add(parts, "", selection.topics(), this::topicName);
    add(parts, "in ", selection.languages(), FeedTitles::languageName);
    add(parts, "about ", selection.words().terms(), term -> "“" + term + "”");
    selection.box().ifPresent(box -> parts.add("between " + BoxWords.write(box)));
    if (selection.mentions()) {
      parts.add("mentions too");
    }
    return String.join(" – ", parts);
  }

  private String where(Selection selection) {
    String where =
        selection.regions().isEmpty() ? "all regions" : join(selection.regions(), this::regionName);
    return selection.without().isEmpty()
        ? where
        : where + " without " + join(selection.without(), this::regionName);
  }

  private static void add(
      List<String> parts, String before, Collection<String> slugs, Function<String, String> name) {
    if (!slugs.isEmpty()) {
      parts.add(before + join(slugs, name));
    }
  }

  /** In English, and the tag itself where it has no name. */
  private static String languageName(String tag) {
    return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
  }

  public String regionName(String slug) {
    return regions.bySlug(slug).map(Region::name).orElse(slug);
  }

  public String kindName(Kind kind) {
    return kind == Kind.EVENT ? "Event" : "News";
  }

  public String topicName(String slug) {
    return topics.bySlug(slug).map(Topics.Topic::name).orElse(slug);
  }

  private static String plural(Kind kind) {
    return kind == Kind.EVENT ? "events" : "news";
  }

  private static String join(Collection<String> slugs, Function<String, String> name) {
    return slugs.stream().map(name).collect(Collectors.joining(", "));
  }
}
