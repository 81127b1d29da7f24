package org.regionwire.feeds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.regionwire.news.Box;
import org.regionwire.news.Kind;
import org.regionwire.news.LanguageRanges;
import org.regionwire.news.SearchWords;
import org.regionwire.news.Selection;

/** What an address says that needs no look-up, and what is wrong with it. */
final class AddressWords {
  /** More would be a document, not a search. */
  private static final int MOST_WORDS = 20;

  /** A basic language range of RFC 4647. */
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8})*");

  private final List<Asked.Mistake> mistakes;
  private final Optional<Kind> kind;
  private final Collection<String> languages;
  private final SearchWords search;
  private final Optional<Box> box;
  private final boolean mentions;

  AddressWords(AddressParts parts) {
    this.mistakes = new ArrayList<>(parts.mistakes());
    this.kind = kind(parts.kinds());
    this.languages = languages(parts.languages());
    this.search = search(parts.searches());
    this.box = box(parts.boxes());
    this.mentions = mentions(parts.mentions());
  }

  Optional<Kind> kind() {
    return kind;
  }

  Collection<String> languages() {
    return languages;
  }

  SearchWords search() {
    return search;
  }

  Optional<Box> box() {
    return box;
  }

  boolean mentions() {
    return mentions;
  }

  List<Asked.Mistake> mistakes() {
    return mistakes;
  }

  /** A region cannot be asked for and left out. */
  void contradiction(Selection selection) {
    var both = new TreeSet<>(selection.without());
    both.retainAll(selection.regions());
    both.forEach(slug -> add("/regions", "ask for " + slug + " and leave it out: choose one"));
  }

  private Optional<Kind> kind(Collection<String> kinds) {
    if (kinds.size() > 1) {
      add("/kind", "can be given once; leave it out to get news and events");
    }
    var word = kinds.stream().findFirst();
    var known = word.flatMap(Kind::of);
    if (word.isPresent() && known.isEmpty()) {
      mistakes.add(
          new Asked.Mistake(
              "/kind", "is news or event, not \"" + word.get() + "\"", List.of("news", "event")));
    }
    return known;
  }

  private Collection<String> languages(Collection<String> ranges) {
    for (String range : ranges) {
      if (!LANGUAGE.matcher(range).matches()) {
        add("/lang", "\"" + range + "\" is not a BCP 47 language tag such as sv or sv-fi");
      }
    }
    return LanguageRanges.widest(ranges);
  }

  private SearchWords search(List<String> searches) {
    var found = SearchWords.of(String.join(" ", searches));
    if (found.isEmpty() && !String.join("", searches).isBlank()) {
      add("/q", "has no word in it: words are letters and digits");
    }
    if (found.count() > MOST_WORDS) {
      add("/q", "has more than " + MOST_WORDS + " words");
    }
    return found;
  }

  private Optional<Box> box(List<String> boxes) {
    if (boxes.size() > 1) {
      add("/bbox", "can be given once");
    }
    try {
      return boxes.stream().findFirst().map(BoxWords::read);
    } catch (IllegalArgumentException e) {
      add("/bbox", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private boolean mentions(List<String> said) {
    if (!List.of("true", "false").containsAll(said) || said.size() > 1) {
      add("/mentions", "is true or false, once");
    }
    return said.contains("true");
  }

  private void add(String pointer, String detail) {
    mistakes.add(new Asked.Mistake(pointer, detail, List.of()));
  }
}
