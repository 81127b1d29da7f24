package org.regionwire.region.event;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regionwire.region.event.Token.Type;

/**
 * The words an item tells of an event with, and how much each of them says: a name most, a word for
 * a kind of event little; its day and its region nothing.
 */
final class EventWords {
  private static final double NAME = 1.5;
  private static final double PLAIN = 1;
  private static final double GENERIC = 0.25;
  private static final int SHORTEST = 3;
  private static final int STEM = 5;
  private static final int LONGEST = 4_000;

  private static final long SILENT =
      Kind.COMMON.bit()
          | Kind.MONTH.bit()
          | Kind.WEEKDAY.bit()
          | Kind.FILLER.bit()
          | Kind.AND.bit();

  private static final long USUAL =
      Kind.NOUN.bit() | Kind.VERB.bit() | Kind.START.bit() | Kind.OPENING.bit() | Kind.ENROL.bit();

  private final Map<String, Double> title = new LinkedHashMap<>();
  private final Map<String, Double> all = new LinkedHashMap<>();
  private final Set<String> pairs = new HashSet<>();
  private final Set<String> kinds = new HashSet<>();

  private EventWords() {}

  static EventWords of(EventTold told) {
    String text = told.text().substring(0, Math.min(told.text().length(), LONGEST));
    var vocabulary = Vocabularies.of(told.language(), told.title(), text);
    var words = new EventWords();
    words.read(Line.of("title", told.title(), vocabulary), told.regions(), words.title);
    words.all.putAll(words.title);
    words.kinds.addAll(kinds(Line.of("title", told.title(), vocabulary)));
    words.read(Line.of("body", text, vocabulary), told.regions(), words.all);
    return words;
  }

  private static Set<String> kinds(Line line) {
    var kinds = new HashSet<String>();
    for (int i = 0; i < line.size(); i++) {
      if (line.is(i, Kind.NOUN)) {
        kinds.add(stem(folded(line, i)));
      }
    }
    return kinds;
  }

  private void read(Line line, Set<String> regions, Map<String, Double> into) {
    String before = "";
    for (int i = 0; i < line.size(); i++) {
      if (line.at(i).type() != Type.WORD) {
        continue;
      }
      String word = folded(line, i);
      if (!before.isEmpty()) {
        pairs.add(before + word);
      }
      before = word;
      double weight = weight(line, i);
      if (weight > 0 && !names(regions, word)) {
        into.merge(word, weight, Math::max);
      }
    }
  }

  private static double weight(Line line, int at) {
    Token token = line.at(at);
    if (token.length() < SHORTEST || token.meaning().isAny(SILENT)) {
      return 0;
    }
    if (token.meaning().isAny(USUAL)) {
      return GENERIC;
    }
    return line.startsWithCapital(at) && at > 0 ? NAME : PLAIN;
  }

  private static boolean names(Set<String> regions, String word) {
    return regions.stream().anyMatch(slug -> stem(slug).equals(stem(word)));
  }

  private static String folded(Line line, int at) {
    return Letters.fold(line.text(), line.at(at).start(), line.at(at).end());
  }

  private static String stem(String word) {
    return word.substring(0, Math.min(STEM, word.length()));
  }

  double weight() {
    return all.values().stream().mapToDouble(w -> w).sum();
  }

  double shared(EventWords other) {
    return weightIn(all, other);
  }

  /** How much of the title the other item says too, from 0 to 1. */
  double titleIn(EventWords other) {
    double whole = title.values().stream().mapToDouble(w -> w).sum();
    return whole == 0 ? 0 : weightIn(title, other) / whole;
  }

  /** Whether the other item has every word of the title that sets an event apart. */
  boolean titleExplainedBy(EventWords other) {
    return title.entrySet().stream()
        .filter(entry -> entry.getValue() > GENERIC)
        .allMatch(entry -> other.has(entry.getKey()) || other.hasStem(entry.getKey()));
  }

  private boolean hasStem(String word) {
    return word.length() > STEM && all.keySet().stream().anyMatch(w -> w.startsWith(stem(word)));
  }

  private static double weightIn(Map<String, Double> words, EventWords other) {
    return words.entrySet().stream()
        .filter(entry -> other.has(entry.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }

  List<String> common(EventWords other) {
    return all.keySet().stream().filter(other::has).limit(8).toList();
  }

  /** Both titles name a kind of event, and neither item names the other's. */
  boolean kindsDiffer(EventWords other) {
    boolean both = !kinds.isEmpty() && !other.kinds.isEmpty();
    return both && !other.hasKindOf(this) && !hasKindOf(other);
  }

  private boolean hasKindOf(EventWords other) {
    return all.keySet().stream().anyMatch(word -> other.kinds.contains(stem(word)));
  }

  /** The word itself, or the two words it is made of. */
  private boolean has(String word) {
    return all.containsKey(word) || pairs.contains(word) || isHalf(word);
  }

  private boolean isHalf(String word) {
    return word.length() > SHORTEST
        && all.keySet().stream()
            .anyMatch(whole -> whole.length() > word.length() + 2 && (whole.startsWith(word)));
  }
}
