package org.regionwire.region.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import org.regionwire.region.text.Folding;
import org.regionwire.region.text.LongTable;
import org.regionwire.region.text.Spelling;

/**
 * How names are inflected in one language, read backwards: which endings of a word in the text
 * stand for which endings of a name. The rules are in {@code mention/forms}.
 */
final class Forms {
  /** A word with less before its ending is nothing's form. */
  private static final int SHORTEST_STEM = 2;

  private static final int SHORTEST_NAME = 3;

  private record Rule(int length, String base, Role role) {}

  static final Forms NONE = new Forms(List.of());

  /** Endings read backwards, letter by letter, so that a miss ends the search. */
  private final LongTable endings = new LongTable(64);

  private final List<List<Rule>> rules = new ArrayList<>();
  private String locativeLetters = "";

  private Forms(List<String> lines) {
    var grades = new ArrayList<String[]>();
    String vowels = "";
    for (String line : lines) {
      var words = line.replace(" > ", " ").strip().split("\\s+");
      switch (words[0]) {
        case "vowels" -> vowels = String.join("", words).substring("vowels".length());
        case "grade" -> grades.add(words);
        case "locative" -> locativeLetters = String.join("", words).substring("locative".length());
        case "weak" -> weak(line.substring("weak".length()), grades, vowels);
        default -> plain(line);
      }
    }
  }

  /** Those of a language (ISO 639-1); none for a language we have no rules of. */
  static Forms of(String language) {
    return new Forms(Resource.lines("/mention/forms/" + language + ".txt"));
  }

  private void plain(String line) {
    int arrow = line.indexOf('>');
    var left = line.substring(0, arrow).strip().split("\\s+");
    for (String base : line.substring(arrow + 1).strip().split("\\s+")) {
      for (int i = 1; i < left.length; i++) {
        add(Role.named(left[0]), left[i], base.equals("-") ? "" : base);
      }
    }
  }

  private void weak(String line, List<String[]> grades, String vowels) {
    var left = line.substring(0, line.indexOf('>')).strip().split("\\s+");
    for (String[] grade : grades) {
      for (char vowel : vowels.toCharArray()) {
        for (int i = 1; i < left.length; i++) {
          add(Role.named(left[0]), grade[1] + vowel + left[i], grade[2] + vowel);
        }
      }
    }
  }

  private void add(Role role, String ending, String base) {
    String folded = Folding.fold(ending);
    long hash = 0;
    int entry = LongTable.NONE;
    for (int i = folded.length() - 1; i >= 0; i--) {
      hash = Spelling.next(hash, folded.charAt(i));
      entry = endings.putIfAbsent(hash, rules.size());
      if (entry == rules.size()) {
        rules.add(new ArrayList<>(1));
      }
    }
    rules.get(entry).add(new Rule(folded.length(), Folding.fold(base), role));
  }

  /** Whether it is, in some case, one of the words whose hashes are {@code known}. */
  boolean isFormOf(Spelling word, LongPredicate known) {
    long hash = 0;
    int length = word.length();
    for (int i = 1; length - i >= SHORTEST_STEM; i++) {
      hash = Spelling.next(hash, word.at(length - i));
      int entry = endings.get(hash);
      if (entry == LongTable.NONE) {
        return false;
      }
      for (Rule rule : rules.get(entry)) {
        if (length - i + rule.base().length() >= SHORTEST_NAME
            && known.test(Spelling.next(word.hash(length - i), rule.base()))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Gives what the word may be a form of: all words of names, each once, itself first. */
  void read(Spelling word, char last, NameIndex names, Readings readings) {
    int exact = names.word(word.hash());
    if (exact != NameIndex.NONE) {
      boolean in = locativeLetters.indexOf(last) >= 0;
      readings.add(exact, in ? Role.IN : Role.PLAIN, word.length());
    }
    long hash = 0;
    int length = word.length();
    for (int i = 1; length - i >= SHORTEST_STEM; i++) {
      hash = Spelling.next(hash, word.at(length - i));
      int entry = endings.get(hash);
      if (entry == LongTable.NONE) {
        return;
      }
      for (Rule rule : rules.get(entry)) {
        if (length - i + rule.base().length() < SHORTEST_NAME
            || length - i < 3 && rule.base().length() < 2) {
          continue;
        }
        int name = names.word(Spelling.next(word.hash(length - i), rule.base()));
        if (name != NameIndex.NONE) {
          readings.add(name, rule.role(), length - rule.length());
        }
      }
    }
  }
}
