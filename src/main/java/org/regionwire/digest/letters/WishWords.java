package org.regionwire.digest.letters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.regionwire.news.BoxWords;
import org.regionwire.news.EnrichedItem;
import org.regionwire.news.Kind;
import org.regionwire.news.Selection;
import org.regionwire.region.Regions;
import org.regionwire.region.Topics;

/**
 * Says in words what a selection asks for. Names stand after a colon, because half of our languages
 * would bend them in a sentence.
 */
public final class WishWords {
  private final Regions regions;
  private final Topics topics;

  public WishWords(Regions regions, Topics topics) {
    this.regions = regions;
    this.topics = topics;
  }

  /** {@code News and events: Oslo, Malmö; without: Lund; topics: Maritime}, without a full stop. */
  public String sentence(Selection selection, String language) {
    var wording = Wording.in(language);
    var parts = new ArrayList<String>();
    String kind = selection.kind().map(Kind::word).orElse("all");
    String where =
        selection.regions().isEmpty()
            ? wording.say("everywhere")
            : join(selection.regions(), slug -> regionName(slug, wording));
    parts.add(wording.say("wish." + kind) + ": " + where);
    add(parts, wording.say("wish.without"), selection.without(), slug -> regionName(slug, wording));
    add(parts, wording.say("wish.topics"), selection.topics(), this::topicName);
    add(
        parts,
        wording.say("wish.languages"),
        selection.languages(),
        tag -> wording.languageName(tag).orElse(tag));
    add(parts, wording.say("wish.words"), selection.words().terms(), term -> "“" + term + "”");
    selection
        .box()
        .ifPresent(box -> parts.add(wording.say("wish.box") + ": " + BoxWords.write(box)));
    return String.join("; ", parts);
  }

  /**
   * With how often it comes.
   *
   * @param pace immediate, daily, weekly or monthly
   * @param day of the week or of the month
   */
  public String sentence(Selection selection, String pace, int day, String language) {
    return sentence(selection, language) + " – " + Wording.in(language).cadence(pace, day);
  }

  /** The names of the regions because of which this selection takes the item. */
  public List<String> labels(Selection selection, EnrichedItem item, String language) {
    if (selection.regions().isEmpty()) {
      return List.of(Wording.in(language).say("everywhere"));
    }
    var both = new TreeSet<>(selection.regions());
    var about = new TreeSet<>(item.regionSlugs());
    if (selection.mentions()) {
      about.addAll(item.mentionedSlugs());
    }
    both.retainAll(about);
    var wording = Wording.in(language);
    return both.stream().map(slug -> regionName(slug, wording)).toList();
  }

  private static void add(
      List<String> parts, String what, Collection<String> slugs, Function<String, String> name) {
    if (!slugs.isEmpty()) {
      parts.add(what + ": " + join(slugs, name));
    }
  }

  private static String join(Collection<String> slugs, Function<String, String> name) {
    return String.join(", ", slugs.stream().map(name).toList());
  }

  private String regionName(String slug, Wording wording) {
    return regions
        .bySlug(slug)
        .map(region -> region.names().getOrDefault(wording.language(), region.name()))
        .orElse(slug);
  }

  private String topicName(String slug) {
    return topics.bySlug(slug).map(Topics.Topic::name).orElse(slug);
  }
}
