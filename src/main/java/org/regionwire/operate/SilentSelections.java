package org.regionwire.operate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.regionwire.archive.Archive;
import org.regionwire.digest.books.JdbiAudience;
import org.regionwire.news.PublishedItem;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionText;
import org.regionwire.news.SelectionWords;
import org.regionwire.pages.operate.FiguresPage.Silent;
import org.regionwire.pages.operate.Stamp;
import org.regionwire.region.Region;
import org.regionwire.region.Regions;
import org.regionwire.region.SelectionReader;

/** Finds what is asked for and for which nothing comes, or nothing can. */
public final class SilentSelections {
  private static final Duration QUIET = Duration.ofDays(90);
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
  private static final int MOST = 50;

  private final Archive archive;
  private final JdbiAudience audience;
  private final Supplier<Map<String, List<Selection>>> feeds;
  private final Regions regions;
  private final SelectionReader reader;
  private final Clock clock;

  /**
   * @param feeds those that are asked for, by who asks for them
   */
  public SilentSelections(
      Archive archive,
      JdbiAudience audience,
      Regions regions,
      SelectionReader reader,
      Supplier<Map<String, List<Selection>>> feeds,
      Clock clock) {
    this.archive = archive;
    this.audience = audience;
    this.regions = regions;
    this.reader = reader;
    this.clock = clock;
    this.feeds = feeds;
  }

  /**
   * @param looked how far, in words
   */
  record Found(List<Silent> silent, String looked) {}

  Found find() {
    Map<String, Set<String>> asked = asked();
    Instant now = clock.instant();
    Instant end = now.plus(LONGEST_LOOK);
    var silent = new ArrayList<Silent>();
    int looked = 0;
    for (var one : asked.entrySet()) {
      if (silent.size() == MOST || !clock.instant().isBefore(end)) {
        break;
      }
      looked++;
      silent(one.getKey(), one.getValue(), now).ifPresent(silent::add);
    }
    silent.sort(Comparator.comparing(Silent::never).reversed());
    return new Found(
        silent, "%,d of %,d selections were looked at.".formatted(looked, asked.size()));
  }

  /** Texts of selections, each with who asks for it. */
  private Map<String, Set<String>> asked() {
    Map<String, Set<String>> asked = new TreeMap<>();
    audience.selections().forEach(one -> ask(asked, one, "letters"));
    feeds.get().forEach((who, all) -> all.forEach(one -> ask(asked, one, who)));
    return asked;
  }

  private static void ask(Map<String, Set<String>> asked, Selection selection, String who) {
    asked.computeIfAbsent(SelectionText.of(selection), text -> new LinkedHashSet<>()).add(who);
  }

  private Optional<Silent> silent(String text, Set<String> asked, Instant now) {
    var selection = SelectionText.read(text);
    var never = never(text, selection);
    return never
        .or(() -> lately(selection, now))
        .map(
            why ->
                new Silent(
                    text,
                    URLEncoder.encode(text, StandardCharsets.UTF_8),
                    who(selection, asked),
                    why,
                    never.isPresent()));
  }

  private String who(Selection selection, Set<String> asked) {
    var words = new ArrayList<String>(asked);
    if (words.remove("letters")) {
      long people = audience.of(selection).people();
      words.add(0, people == 1 ? "1 person" : "%,d people".formatted(people));
    }
    return String.join(", ", words);
  }

  private Optional<String> lately(Selection selection, Instant now) {
    var last = archive.latest(selection, 1, now).stream().findFirst();
    if (last.isEmpty()) {
      return Optional.of("there has been nothing for it");
    }
    return last.map(PublishedItem::published)
        .filter(at -> at.isBefore(now.minus(QUIET)))
        .map(at -> "nothing since " + new Stamp(at).text().substring(0, 10));
  }

  /** Why nothing can be for it, whatever comes. */
  private Optional<String> never(String text, Selection selection) {
    int mark = text.indexOf('?');
    var words =
        SelectionWords.of(
            mark < 0 ? text : text.substring(0, mark), mark < 0 ? "" : text.substring(mark + 1));
    var mistakes = reader.read(words).mistakes();
    if (!mistakes.isEmpty()) {
      return Optional.of("never: " + mistakes.get(0).parameter() + " " + mistakes.get(0).detail());
    }
    boolean shut =
        !selection.regions().isEmpty()
            && selection.regions().stream().allMatch(slug -> isLeftOut(slug, selection));
    return shut
        ? Optional.of("never: what it asks for lies in what it leaves out")
        : Optional.empty();
  }

  private boolean isLeftOut(String slug, Selection selection) {
    return Stream.concat(Stream.of(slug), regions.ancestors(slug).stream().map(Region::slug))
        .anyMatch(selection.without()::contains);
  }
}
