package org.regionwire.region;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.regionwire.news.Box;
import org.regionwire.news.BoxWords;
import org.regionwire.news.Kind;
import org.regionwire.news.LanguageRanges;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;
import org.regionwire.news.SelectionWords;

/**
 * Reads what feeds and subscriptions ask for: one language for both, with every mistake at once.
 */
public final class SelectionReader {
  /** More would be a document, not a search. */
  private static final int MOST_WORDS = 20;

  /** Regions, topics, languages: more would be answered with a list too long to read. */
  private static final int MOST_NAMED = 100;

  /** A basic language range of RFC 4647. */
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*");

  private final Regions regions;
  private final Topics topics;

  public SelectionReader(Regions regions, Topics topics) {
    this.regions = regions;
    this.topics = topics;
  }

  /**
   * One mistake.
   *
   * @param parameter {@code regions}, or one of {@link SelectionWords#PARAMETERS}, or a stranger
   * @param word that it is about, if it is about one of several
   * @param unknown whether the word is well formed, but nothing is called so
   * @param suggestions nearest right spellings, best first
   */
  public record Mistake(
      String parameter, String word, boolean unknown, String detail, List<String> suggestions) {
    public Mistake {
      suggestions = List.copyOf(suggestions);
    }
  }

  /**
   * @param selection of what could be read
   */
  public record Read(Selection selection, List<Mistake> mistakes) {
    public Read {
      mistakes = List.copyOf(mistakes);
    }
  }

  public Read read(SelectionWords words) {
    var reading = new Reading();
    for (String stranger : reading.few("query", words.strangers())) {
      String known = String.join(", ", SelectionWords.PARAMETERS);
      reading.add(stranger, "is not a parameter of feeds; " + known + " are");
    }
    var kind = reading.kind(words.kinds());
    var languages = reading.languages(words.languages());
    var search = reading.search(words.searches());
    var box = reading.box(words.boxes());
    boolean mentions = reading.mentions(words.mentions());
    var wanted = reading.regions(words.regions());
    var without = reading.regions(words.without());
    var selection =
        Selection.of(wanted, kind, reading.topics(words.topics()))
            .except(without)
            .in(languages)
            .saying(search)
            .mentioning(mentions)
            .within(box);
    reading.contradiction(selection);
    return new Read(selection, reading.mistakes);
  }

  /** One look at the words, and what was found wrong with them. */
  private final class Reading {
    private final List<Mistake> mistakes = new ArrayList<>();

    private void add(String parameter, String detail) {
      mistakes.add(new Mistake(parameter, "", false, detail, List.of()));
    }

    private void unknown(String parameter, String what, String word, List<String> suggestions) {
      String perhaps = suggestions.isEmpty() ? "" : "; perhaps " + String.join(" or ", suggestions);
      String detail = String.format(Locale.ROOT, "there is no %s \"%s\"%s", what, word, perhaps);
      mistakes.add(new Mistake(parameter, word, true, detail, suggestions));
    }

    private List<String> few(String parameter, Collection<String> words) {
      if (words.size() > MOST_NAMED) {
        add(parameter, "says " + words.size() + " things; at most " + MOST_NAMED + ", please");
      }
      return words.stream().limit(MOST_NAMED).toList();
    }

    List<String> regions(Collection<String> names) {
      var slugs = new ArrayList<String>();
      for (String name : few("regions", names)) {
        regions
            .resolve(name)
            .map(Region::slug)
            .ifPresentOrElse(
                slugs::add, () -> unknown("regions", "region", name, regions.suggestions(name)));
      }
      return slugs;
    }

    List<String> topics(Collection<String> names) {
      var slugs = new ArrayList<String>();
      for (String name : few("topic", names)) {
        topics
            .bySlug(name)
            .map(Topics.Topic::slug)
            .ifPresentOrElse(
                slugs::add, () -> unknown("topic", "topic", name, topics.suggestions(name)));
      }
      return slugs;
    }

    /** A region cannot be asked for and left out. */
    void contradiction(Selection selection) {
      var both = new TreeSet<>(selection.without());
      both.retainAll(selection.regions());
      both.forEach(slug -> add("regions", "ask for " + slug + " and leave it out: choose one"));
    }

    Optional<Kind> kind(Collection<String> kinds) {
      if (kinds.size() > 1) {
        add("kind", "can be given once; leave it out to get news and events");
      }
      var word = kinds.stream().findFirst();
      var known = word.flatMap(Kind::of);
      if (word.isPresent() && known.isEmpty()) {
        String detail = "is news or event, not \"" + word.get() + "\"";
        mistakes.add(new Mistake("kind", word.get(), false, detail, List.of("news", "event")));
      }
      return known;
    }

    Collection<String> languages(Collection<String> ranges) {
      for (String range : few("lang", ranges)) {
        if (!LANGUAGE.matcher(range).matches()) {
          add("lang", "\"" + range + "\" is not a BCP 47 language tag such as sv or sv-fi");
        }
      }
      return LanguageRanges.widest(ranges);
    }

    SearchWords search(List<String> searches) {
      var found = SearchWords.of(String.join(" ", searches));
      if (found.isEmpty() && !String.join("", searches).isBlank()) {
        add("q", "has no word in it: words are letters and digits");
      }
      if (found.count() > MOST_WORDS) {
        add("q", "has more than " + MOST_WORDS + " words");
      }
      return found;
    }

    Optional<Box> box(List<String> boxes) {
      if (boxes.size() > 1) {
        add("bbox", "can be given once");
      }
      try {
        return boxes.stream().findFirst().map(BoxWords::read);
      } catch (IllegalArgumentException e) {
        add("bbox", String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }

    boolean mentions(List<String> said) {
      if (!List.of("true", "false").containsAll(said) || said.size() > 1) {
        add("mentions", "is true or false, once");
      }
      return said.contains("true");
    }
  }
}
