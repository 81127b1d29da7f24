package org.regionwire.news;

import java.text.Normalizer;
import java.util.Map;

/**
 * What searches see of an item: its words, folded, with one space before, between and after them.
 * Both databases and {@link Selection} search this same text, so that they always agree.
 */
public final class SearchText {
  /** In UTF-16 code units, all in all. PostgreSQL's index takes one megabyte at most. */
  private static final int LONGEST = 100_000;

  /** PostgreSQL's index takes words of two kilobytes at most. */
  private static final int LONGEST_WORD = 64;

  /** Letters that Unicode does not decompose into a base and a mark. */
  private static final Map<Integer, String> WITHOUT_MARK =
      Map.of(
          (int) 'ø', "o", (int) 'æ', "ae", (int) 'œ', "oe", (int) 'ł', "l", (int) 'đ', "d",
          (int) 'ð', "d", (int) 'þ', "th", (int) 'ß', "ss", (int) 'ı', "i", (int) 'ς', "σ");

  private final StringBuilder words = new StringBuilder(2048).append(' ');
  private int wordStart = 1;

  private SearchText() {}

  /** Of title, summary, content, author, organisation, and the event's place. */
  public static String of(NewsItem item) {
    var text = new SearchText();
    text.add(item.title());
    item.summary().ifPresent(text::add);
    item.content().map(MarkupText::of).ifPresent(text::add);
    item.author().ifPresent(text::add);
    item.organisation().ifPresent(text::add);
    item.event().flatMap(Event::place).ifPresent(text::add);
    return text.words.toString();
  }

  /** Of any text, in the same way. */
  static String fold(String plain) {
    var text = new SearchText();
    text.add(plain);
    return text.words.toString();
  }

  private void add(Event.Place place) {
    place.name().ifPresent(this::add);
    place.address().ifPresent(this::add);
  }

  private void add(String plain) {
    String letters = isAscii(plain) ? plain : Normalizer.normalize(plain, Normalizer.Form.NFKD);
    for (int at = 0; at < letters.length() && words.length() < LONGEST; ) {
      int c = letters.codePointAt(at);
      add(c);
      at += Character.charCount(c);
    }
    endWord();
  }

  private void add(int c) {
    if (c < 0x80) {
      addAscii((char) c);
    } else if (Character.isLetterOrDigit(c)) {
      int lower = Character.toLowerCase(c);
      String letters = WITHOUT_MARK.getOrDefault(lower, "");
      if (hasRoom() && letters.isEmpty()) {
        words.appendCodePoint(lower);
      } else if (hasRoom()) {
        words.append(letters);
      }
    } else if (!isSilent(c)) {
      endWord();
    }
  }

  private void addAscii(char c) {
    boolean upper = c >= 'A' && c <= 'Z';
    if (!(upper || c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
      endWord();
    } else if (hasRoom()) {
      words.append(upper ? (char) (c + 32) : c);
    }
  }

  /** Combining marks and format characters: part of a word, but not of its spelling. */
  private static boolean isSilent(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  /** What is cut off a long word is cut off in searches for it too. */
  private boolean hasRoom() {
    return words.length() - wordStart < LONGEST_WORD;
  }

  private void endWord() {
    if (words.length() > wordStart) {
      words.append(' ');
      wordStart = words.length();
    }
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
