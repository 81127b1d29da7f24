package org.regionwire.region.event;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The words of one language that matter beside dates, from {@code event/<language>.properties}: a
 * list for each {@link Kind}, parted by commas. {@code word*} takes any ending; {@code ~word*} may
 * also end a compound, {@code +word*} only ends one; two words or more are a phrase.
 */
final class Vocabulary {
  private static final int SHORTEST_HEAD = 3;
  private static final int SHORTEST_COMPOUND = 8;
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ .-]+");

  /** Read when a text asks for its language, once: eleven lists would make every start slower. */
  private static final Map<String, Vocabulary> READ = new ConcurrentHashMap<>();

  private final String language;
  private final WordTree words = new WordTree();
  private final WordTree parts = new WordTree();
  private final Properties lists;
  private final Set<Manner> manners = EnumSet.noneOf(Manner.class);

  private Vocabulary(String language, Properties lists) {
    this.language = language;
    this.lists = lists;
  }

  /**
   * @param language one of those there are lists for
   */
  static Vocabulary of(String language) {
    return READ.computeIfAbsent(language, Vocabulary::made);
  }

  private static Vocabulary made(String language) {
    var vocabulary = new Vocabulary(language, read(language));
    vocabulary.fill();
    return vocabulary;
  }

  String language() {
    return language;
  }

  /** Whether the language writes dates like this; see the word lists. */
  boolean writes(Manner manner) {
    return manners.contains(manner);
  }

  Meaning meaning(String text, int start, int end) {
    Meaning meaning = words.find(text, start, end);
    if (end - start < SHORTEST_COMPOUND || meaning.kinds() != 0) {
      return meaning;
    }
    int last = Math.min(end, start + 40) - SHORTEST_HEAD;
    for (int i = start + SHORTEST_HEAD; i <= last; i++) {
      Meaning part = parts.find(text, i, end);
      if (part != Meaning.NONE) {
        return meaning.and(part);
      }
    }
    return meaning;
  }

  private static Properties read(String language) {
    String file = "/event/" + language + ".properties";
    var lists = new Properties();
    try (var in = Vocabulary.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing");
      }
      lists.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lists;
  }

  private void fill() {
    for (String key : lists.stringPropertyNames()) {
      if (key.equals("writes")) {
        manners.addAll(Manner.list(lists.getProperty(key)));
      } else {
        Meaning meaning = meaning(key);
        for (String entry : lists.getProperty(key).split(",")) {
          add(entry.strip(), meaning);
        }
      }
    }
  }

  private static Meaning meaning(String key) {
    int dot = key.indexOf('.');
    var kind = Kind.valueOf((dot < 0 ? key : key.substring(0, dot)).toUpperCase(Locale.ROOT));
    int number = dot < 0 ? 0 : Integer.parseInt(key.substring(dot + 1));
    int month = kind == Kind.MONTH ? number : 0;
    int weekday = kind == Kind.WEEKDAY ? number : 0;
    int numeral = kind == Kind.NUMERAL ? number : 0;
    return new Meaning(kind.bit(), month, weekday, numeral, List.of());
  }

  private void add(String entry, Meaning meaning) {
    if (entry.isEmpty()) {
      return;
    }
    boolean onlyEnds = entry.startsWith("+");
    boolean ends = onlyEnds || entry.startsWith("~");
    String folded = Letters.fold(entry, ends ? 1 : 0, entry.length());
    String[] phrase = BETWEEN_WORDS.split(folded);
    if (phrase.length == 1) {
      addWord(phrase[0], meaning, !onlyEnds, ends);
    } else {
      var rest = List.of(phrase).subList(1, phrase.length);
      addWord(phrase[0], Meaning.phrase(new Meaning.Phrase(rest, meaning)), true, false);
    }
  }

  private void addWord(String pattern, Meaning meaning, boolean alone, boolean ends) {
    boolean open = pattern.endsWith("*");
    String word = open ? pattern.substring(0, pattern.length() - 1) : pattern;
    if (alone) {
      words.add(word, open, meaning);
    }
    if (ends) {
      parts.add(word, open, meaning);
    }
  }
}
